package io.warmup.benchmarks.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated source. Each load takes a fixed time while at most {@code knee} are in flight, and
 * proportionally longer beyond: more requests at once then only queue.
 */
final class Source {

  private final long latencyNanos;
  private final int knee;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder loads = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  Source(long latencyNanos, int knee) {
    this.latencyNanos = latencyNanos;
    this.knee = knee;
  }

  static Source of(long latencyNanos) {
    return new Source(latencyNanos, Integer.MAX_VALUE);
  }

  Integer load(Integer key) {
    if (latencyNanos == 0) {
      return key;
    }
    int now = inFlight.incrementAndGet();
    long begun = System.nanoTime();
    long end = begun + (now <= knee ? latencyNanos : latencyNanos * now / knee);
    for (long left = end - begun; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    inFlight.decrementAndGet();
    loads.increment();
    nanos.add(System.nanoTime() - begun);
    return key;
  }

  /** What a load really took, as the operating system wakes its threads. */
  double measuredNanos() {
    return (double) nanos.sum() / Math.max(1, loads.sum());
  }
}
