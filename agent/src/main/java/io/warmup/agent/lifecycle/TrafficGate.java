package io.warmup.agent.lifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds the thread that would let traffic in until the warm-up is done, but never longer than
 * {@code gate.timeout}. Opens once and stays open.
 */
public final class TrafficGate {

  /** Why traffic was let in. */
  public enum Opening {
    /** The warm-up is done. */
    WARM,
    /** The warm-up failed; see {@code gate.on-failure}. */
    FAILED,
    /** It took too long; the rest goes on in the background. */
    TIMEOUT,
    /** The process ends, or somebody stopped the warm-up. */
    STOPPED,
    /** It was not meant to be held. */
    NOT_HELD
  }

  private final Duration timeout;
  private final CountDownLatch opened = new CountDownLatch(1);
  private final AtomicReference<Opening> opening = new AtomicReference<>();

  /**
   * A closed gate.
   *
   * @param timeout longest time traffic is held back
   * @param holds false: it is open from the first, however quickly the warm-up ends
   */
  public TrafficGate(Duration timeout, boolean holds) {
    this.timeout = timeout;
    if (!holds) {
      open(Opening.NOT_HELD);
    }
  }

  /**
   * Lets traffic in. Called by any thread.
   *
   * @return the first reason, which stays
   */
  public Opening open(Opening reason) {
    Opening first = opening.compareAndExchange(null, reason);
    opened.countDown();
    return first == null ? reason : first;
  }

  /**
   * Waits on the application's thread until the gate is open. An interrupt of that thread, which is
   * the application's own affair, opens the gate and stays pending.
   *
   * @return why it is open
   */
  public Opening hold() {
    try {
      if (!opened.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        open(Opening.TIMEOUT);
      }
    } catch (InterruptedException e) {
      open(Opening.STOPPED);
      Thread.currentThread().interrupt();
    }
    return opening.get();
  }
}
