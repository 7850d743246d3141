package io.warmup.agent.warmer;

import io.warmup.agent.config.HeapLimit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The heap that a warm-up may fill. Thread-safe; asks nothing of the JVM without a limit. */
final class HeapBudget {

  private static final long MB = 1024 * 1024;

  private final Supplier<HeapUse> open;
  private volatile @Nullable HeapUse heap;
  private volatile @Nullable HeapLimit limit;

  /**
   * @param open called once there is a limit
   */
  HeapBudget(Supplier<HeapUse> open) {
    this.open = open;
  }

  /** From now on; null: none. */
  void limit(@Nullable HeapLimit newLimit) {
    if (newLimit != null && heap == null) {
      heap = open.get();
    }
    limit = newLimit;
  }

  /** Why nothing more should be warmed; null: more may be. */
  @Nullable String reason() {
    HeapLimit set = limit;
    HeapUse asked = heap;
    if (set == null || asked == null) {
      return null;
    }
    long most = set.bytes(asked.max());
    long used = asked.afterGc();
    return used < most
        ? null
        : "heap use after garbage collection is "
            + used / MB
            + " MB, heap-limit is "
            + most / MB
            + " MB of "
            + asked.max() / MB
            + " MB";
  }
}
