package io.warmup.benchmarks.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated source. Each load takes a fixed time while at most {@code knee} are in flight, and
 * proportionally longer beyond: more requests at once then only queue.
 *
 * <p>A machine wakes even a lone sleeper late (see {@link Lateness}), so the source asks to be
 * woken earlier, by as much as makes its mean right, but never by more than that lateness: what a
 * busy machine adds stays in, and is in the latency measured.
 */
final class Source {

  /** Of a load's error, how much the next ones are corrected by: a 256th, as TCP smooths. */
  private static final int SMOOTHING = 8;

  private final long latencyNanos;
  private final int knee;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder loads = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  /** Lost updates do not matter: it is a running mean. */
  private volatile long early;

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
    long latency = now <= knee ? latencyNanos : latencyNanos * now / knee;
    long wake = begun + latency - early;
    for (long left = wake - System.nanoTime(); left > 0; left = wake - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    inFlight.decrementAndGet();
    long took = System.nanoTime() - begun;
    early = Math.max(0, Math.min(Lateness.NANOS, early + ((took - latency) >> SMOOTHING)));
    loads.increment();
    nanos.add(took);
    return key;
  }

  /** What a load really took, as the operating system wakes its threads. */
  double measuredNanos() {
    return (double) nanos.sum() / Math.max(1, loads.sum());
  }
}
