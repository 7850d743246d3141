package io.warmup.agent.warmer;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket for keys a second, shared by all runs of a strategy. Thread-safe.
 *
 * <p>Kept as the one instant at which the bucket would be full again (the generic cell rate
 * algorithm, ITU-T I.371): who takes tokens moves it forward and waits for what was missing. The
 * bucket holds a tenth of a second's tokens, so the source sees an even stream; a batch larger than
 * the bucket goes into debt and the next one pays.
 *
 * <p>Ours, not resilience4j-ratelimiter: that hands out a period's permits at its beginning, which
 * the source sees as bursts, and each of its modules brings slf4j, which an agent must not put
 * beside the application's own.
 */
final class RateLimiter {

  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long BURST_NANOS = NANOS / 10;

  private final Time time;
  private volatile double nanosPerKey;
  private long fullAt;

  /**
   * @param keysPerSecond 0: unlimited
   */
  RateLimiter(double keysPerSecond, Time time) {
    this.time = time;
    this.fullAt = time.nanos();
    setRate(keysPerSecond);
  }

  /** Holds from the next {@link #acquire} on; what is owed already is paid at the old rate. */
  void setRate(double keysPerSecond) {
    nanosPerKey = keysPerSecond > 0 ? NANOS / keysPerSecond : 0;
  }

  boolean unlimited() {
    return nanosPerKey == 0;
  }

  /** Waits until so many keys may be loaded. */
  void acquire(int keys) throws InterruptedException {
    long wait = reserve(keys);
    if (wait > 0) {
      time.sleep(wait);
    }
  }

  private synchronized long reserve(int keys) {
    double cost = nanosPerKey;
    if (cost == 0) {
      return 0;
    }
    long now = time.nanos();
    long before = fullAt - now < 0 ? now : fullAt;
    fullAt = before + (long) (keys * cost);
    // A bucket smaller than one key could never let one through at once.
    long bucket = Math.max(BURST_NANOS, (long) cost);
    return before + (long) cost - now - bucket;
  }
}
