package io.warmup.agent.warmer;

import java.util.Arrays;

/**
 * Finds how many loads a source bears: the queue it builds up is estimated from how much slower
 * loads are than when few were in flight, as TCP Vegas does (Brakmo and Peterson, 1995): {@code
 * queue = limit × (1 − baseline ÷ latency)}. Short queue: more; long queue: fewer; failures: a
 * quarter fewer at once. The baseline is measured anew now and then, at half the limit: the source
 * may have become another, or its first answers may have come from somewhere nearer. Thread-safe.
 *
 * <p>Ours, not Netflix concurrency-limits: that brings slf4j, which an agent must not put beside
 * the application's own, for the twenty lines below.
 */
final class AdaptiveLimit {

  static final int START = 4;
  static final int MAX = 256;
  private static final int SAMPLES = 32;
  private static final int SHORT_QUEUE = 2;
  private static final int LONG_QUEUE = 4;

  /** In windows: costs a hundredth of the throughput. */
  private static final int BASELINE_EVERY = 50;

  private final long[] window = new long[SAMPLES];
  private int filled;
  private int limit = START;
  private int skip;
  private long baseline = Long.MAX_VALUE;
  private boolean growingFast = true;
  private int windows;

  /** To go back to once the baseline is measured; 0: it is not being measured. */
  private int limitBefore;

  /** A load came back with a value, or none. Returns the limit from here on. */
  synchronized int succeeded(long nanos) {
    if (skip > 0) {
      skip--;
      return limit;
    }
    window[filled++] = nanos;
    if (filled == SAMPLES) {
      filled = 0;
      adjust(median());
    }
    return limit;
  }

  /** A load failed, or did not come back. Returns the limit from here on. */
  synchronized int failed() {
    if (skip > 0) {
      skip--;
    } else {
      growingFast = false;
      limitBefore = 0;
      resize(limit - Math.max(1, limit / 4));
    }
    return limit;
  }

  synchronized int limit() {
    return limit;
  }

  private void adjust(long latency) {
    if (limitBefore > 0) {
      baseline = latency;
      resize(limitBefore);
      limitBefore = 0;
      return;
    }
    if (++windows % BASELINE_EVERY == 0) {
      limitBefore = limit;
      resize(limit / 2);
      return;
    }
    baseline = Math.min(baseline, latency);
    double queue = limit * (1 - (double) baseline / latency);
    if (queue > LONG_QUEUE) {
      growingFast = false;
      resize(limit - Math.max(1, (int) (queue - LONG_QUEUE)));
    } else if (queue < SHORT_QUEUE) {
      resize(limit + (growingFast ? Math.max(1, limit / 2) : 1));
    } else {
      growingFast = false;
    }
  }

  /** The loads under way were made under the old limit and tell nothing of the new one. */
  private void resize(int newLimit) {
    skip = limit;
    limit = Math.max(1, Math.min(MAX, newLimit));
    filled = 0;
  }

  private long median() {
    long[] sorted = window.clone();
    Arrays.sort(sorted);
    return sorted[SAMPLES / 2];
  }
}
