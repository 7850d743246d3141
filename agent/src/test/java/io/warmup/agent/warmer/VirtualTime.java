package io.warmup.agent.warmer;

import java.time.Instant;

/** A clock that stands still until a test moves it, or until everybody asked sleeps by it. */
final class VirtualTime implements Time {

  private final Instant start = Instant.parse("2026-03-02T10:00:00Z");
  private final boolean sleepPasses;
  private long nanos;

  private VirtualTime(boolean sleepPasses) {
    this.sleepPasses = sleepPasses;
  }

  /** Sleeping takes no time at all, but the clock says it did. */
  static VirtualTime skippingSleeps() {
    return new VirtualTime(true);
  }

  /** Time passes when {@link #advance} says so. */
  static VirtualTime standing() {
    return new VirtualTime(false);
  }

  synchronized void advance(long by) {
    nanos += by;
    notifyAll();
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return start.plusNanos(nanos);
  }

  @Override
  public synchronized void sleep(long forNanos) throws InterruptedException {
    if (sleepPasses) {
      nanos += forNanos;
      return;
    }
    long until = nanos + forNanos;
    while (nanos < until) {
      wait();
    }
  }
}
