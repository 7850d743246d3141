package io.warmup.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.concurrent.atomic.AtomicLong;

/** What is alive on the heap, measured while a run goes on. */
final class Heap {

  private final AtomicLong most = new AtomicLong();
  private final long before = live();

  /** Called from within the run. */
  void sample() {
    most.accumulateAndGet(live(), Math::max);
  }

  /** The most that was seen, less what was there before the run. */
  double megabytesAbove() {
    return (most.get() - before) / 1e6;
  }

  /** As the collector left it: what other threads allocate before it is read does not count. */
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
