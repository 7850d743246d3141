package io.warmup.benchmarks.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A simulated source. Each load takes a fixed time while at most {@code knee} are in flight, and
 * proportionally longer beyond: more requests at once then only queue.
 *
 * <p>A machine wakes a sleeper late: 70 µs for a lone one, 400 µs where a hundred are to be woken
 * every millisecond. A source whose every answer came that late would have another latency than the
 * one asked for, and measure the timer. So a caller that was woken late has its next answers
 * earlier by as much: the mean is what was asked for, and is printed beside each figure. Made up
 * for is only what passes between the due time and the wake-up, never what the caller does between
 * two loads, and never more than {@link #MOST_OWED}. A source with a knee makes up for nothing: its
 * loads are few enough for the machine, and the caller is to judge by each.
 */
final class Source implements AutoCloseable {

  private static final long MOST_OWED = TimeUnit.MILLISECONDS.toNanos(20);

  private final long latencyNanos;
  private final int knee;
  private final Clockwork clockwork = new Clockwork();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder loads = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  /** By how much a thread was woken too late and has not had back. */
  private final ThreadLocal<long[]> owed = ThreadLocal.withInitial(() -> new long[1]);

  Source(long latencyNanos, int knee) {
    this.latencyNanos = latencyNanos;
    this.knee = knee;
  }

  static Source of(long latencyNanos) {
    return new Source(latencyNanos, Integer.MAX_VALUE);
  }

  /** A source that answers at once. */
  static Integer atOnce(Integer key) {
    return key;
  }

  Integer load(Integer key) {
    long begun = System.nanoTime();
    if (knee == Integer.MAX_VALUE) {
      answer(begun + latencyNanos);
    } else {
      int now = inFlight.incrementAndGet();
      clockwork.awaitUntil(begun + (now <= knee ? latencyNanos : latencyNanos * now / knee));
      inFlight.decrementAndGet();
    }
    loads.increment();
    nanos.add(System.nanoTime() - begun);
    return key;
  }

  private void answer(long asked) {
    long[] mine = owed.get();
    long due = asked - mine[0];
    if (due - System.nanoTime() > 0) {
      clockwork.awaitUntil(due);
    }
    // Where the due time was past already, what is owed has shrunk by the latency.
    mine[0] = Math.min(MOST_OWED, System.nanoTime() - due);
  }

  /** What a load really took on average. */
  double measuredNanos() {
    return (double) nanos.sum() / Math.max(1, loads.sum());
  }

  @Override
  public void close() {
    clockwork.close();
  }
}
