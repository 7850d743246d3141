package io.warmup.agent.warmer;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often a failed load is tried again, and after what wait: exponential, with jitter so that the
 * workers of a strategy do not come back all at once.
 *
 * <p>Ours, not a library's: Failsafe and resilience4j-retry run the wait on their own clock and
 * thread, where neither a stop nor the load's abandonment could end it.
 *
 * @param retries further tries, 0 or more
 * @param first the longest wait before the first of them, doubled at each
 * @param longest never longer than this
 * @param random uniform in 0..1
 */
record Retry(int retries, Duration first, Duration longest, DoubleSupplier random) {

  /** With the waits the agent uses. */
  static Retry of(int retries, DoubleSupplier random) {
    return new Retry(retries, Duration.ofMillis(100), Duration.ofSeconds(10), random);
  }

  /** Whether a load that failed so many times gets another try. */
  boolean again(int failures) {
    return failures <= retries;
  }

  /**
   * The wait before the next try, in nanoseconds: between half of its full length and all of it.
   *
   * @param failures how often the load has failed, 1 or more
   */
  long backoffNanos(int failures) {
    long full = first.toNanos() << Math.min(failures - 1, 20);
    long capped = Math.min(full, longest.toNanos());
    return (long) (capped * (0.5 + random.getAsDouble() / 2));
  }
}
