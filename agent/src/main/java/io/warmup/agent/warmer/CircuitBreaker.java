package io.warmup.agent.warmer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells when a source is down: after a run of failed loads with no success between. It does not
 * close again; the strategy's next run has a new one.
 *
 * <p>Ours, not resilience4j's or Failsafe's: theirs probe a source half open to close again, which
 * a run that ends here has no use for; what is left of them is one counter.
 */
final class CircuitBreaker {

  private final int threshold;
  private final AtomicInteger inARow = new AtomicInteger();

  /**
   * @param threshold failed loads in a row; 0: it never breaks
   */
  CircuitBreaker(int threshold) {
    this.threshold = threshold;
  }

  void succeeded() {
    if (inARow.get() != 0) {
      inARow.set(0);
    }
  }

  /** Counts a load that failed for good; true for the one that breaks the circuit. */
  boolean failed() {
    return inARow.incrementAndGet() == threshold;
  }

  /** Whether it is broken: what has not been asked of the source yet is not asked any more. */
  boolean isBroken() {
    return threshold > 0 && inARow.get() >= threshold;
  }

  int threshold() {
    return threshold;
  }
}
