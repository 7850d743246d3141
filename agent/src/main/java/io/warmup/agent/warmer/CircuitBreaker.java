package io.warmup.agent.warmer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells when a source is down: after a run of failed loads with no success between. It does not
 * close again; the strategy's next run has a new one.
 */
final class CircuitBreaker {

  private static final int AT_LEAST = 20;

  private final int threshold;
  private final AtomicInteger inARow = new AtomicInteger();

  private CircuitBreaker(int threshold) {
    this.threshold = threshold;
  }

  /**
   * For so many loads in flight: one blip of the source fails all of them once, so each has to fail
   * twice.
   */
  static CircuitBreaker forConcurrency(int limit) {
    return new CircuitBreaker(Math.max(AT_LEAST, 2 * limit));
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

  int threshold() {
    return threshold;
  }
}
