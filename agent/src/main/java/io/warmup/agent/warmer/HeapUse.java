package io.warmup.agent.warmer;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Heap in use after the last garbage collection, in bytes.
 *
 * <p>Not what is in use now: most of that is garbage while a warm-up runs. Not {@code
 * MemoryPoolMXBean.getCollectionUsage} either: for G1's old generation, where warmed entries end
 * up, that is only set by a mixed or full collection. What the collectors say of their last cycle
 * covers all pools, young collections included. It lags by one cycle at most, and a heap that fills
 * up has one soon.
 */
interface HeapUse {

  /** 0 before the first collection. */
  long afterGc();

  /** The largest heap, in bytes. */
  default long max() {
    return Runtime.getRuntime().maxMemory();
  }

  /** Of this JVM. */
  final class OfThisJvm implements HeapUse {

    private final List<GarbageCollectorMXBean> collectors =
        ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);

    private final Set<String> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public long afterGc() {
      GcInfo last = null;
      for (GarbageCollectorMXBean collector : collectors) {
        GcInfo info = collector.getLastGcInfo();
        if (info != null && (last == null || info.getEndTime() >= last.getEndTime())) {
          last = info;
        }
      }
      return last == null ? 0 : used(last);
    }

    private long used(GcInfo gc) {
      return gc.getMemoryUsageAfterGc().entrySet().stream()
          .filter(pool -> pools.contains(pool.getKey()))
          .mapToLong(pool -> pool.getValue().getUsed())
          .sum();
    }
  }
}
