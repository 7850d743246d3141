package io.warmup.agent.warmer;

import io.warmup.agent.config.Concurrency;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The loads of one strategy that may be in flight: a worker holds a place as long as it works. All
 * runs of the strategy share them, so the bound is exact. Thread-safe.
 *
 * <p>An abandoned load keeps its place until it returns, for the source is still busy with it; how
 * many are stuck that way is counted.
 */
final class Places {

  private static final class Resizable extends Semaphore {
    private static final long serialVersionUID = 1L;

    Resizable(int permits) {
      super(permits, true);
    }

    @Override
    protected void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }

  private final Resizable free;
  private final AtomicInteger stuck = new AtomicInteger();
  private volatile int limit;

  private Places(int limit) {
    this.limit = limit;
    this.free = new Resizable(limit);
  }

  static Places of(Concurrency concurrency) {
    return new Places(startOf(concurrency));
  }

  /** How many there are before anything is known of the source. */
  static int startOf(Concurrency concurrency) {
    return concurrency instanceof Concurrency.Fixed fixed
        ? Math.max(1, fixed.limit())
        : AdaptiveLimit.START;
  }

  void take() throws InterruptedException {
    free.acquire();
  }

  void giveBack() {
    free.release();
  }

  /**
   * Whether somebody waits for a place, or there are too many: the holder of one then gives way.
   */
  boolean wanted() {
    return free.availablePermits() < 0 || free.hasQueuedThreads();
  }

  int limit() {
    return limit;
  }

  /** Takes effect as workers come by; no load is cut off. */
  synchronized void resize(int newLimit) {
    int change = newLimit - limit;
    limit = newLimit;
    if (change > 0) {
      free.release(change);
    } else if (change < 0) {
      free.reducePermits(-change);
    }
  }

  void stuck() {
    stuck.incrementAndGet();
  }

  void unstuck() {
    stuck.decrementAndGet();
  }

  /** Whether every place is held by a load that was abandoned and has not returned. */
  boolean allStuck() {
    return stuck.get() >= limit;
  }
}
