package io.warmup.agent.warmer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is doing, and whose its chunk is: the worker's, until somebody else abandons it. An
 * abandoned worker finds out at its next step and must not touch the chunk or any count again.
 *
 * <p>Between two steps the worker may be abandoned at any moment, so it changes its chunk only
 * while {@link #settling} or {@link #waiting}: abandoned while it settles it is never, and from a
 * wait it comes back through a step.
 *
 * <p>One atomic number: {@code > 0} is the instant application code was entered.
 */
final class Flight {

  /** Thrown at the first step after being abandoned; carries no stack. */
  static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Abandoned() {
      super(null, null, false, false);
    }
  }

  /** What a worker was doing when it was abandoned. */
  enum Phase {
    /** Waiting for a place, a token or a retry. */
    WAITING,
    /** In the key stream. */
    PULLING,
    /** In a load or in the cache. */
    INSIDE
  }

  private static final Abandoned ABANDONED = new Abandoned();
  private static final long WAITING = 0;
  private static final long PULLING = -1;
  private static final long SETTLING = -2;
  private static final long ABANDONED_OUTSIDE = -3;
  private static final long ABANDONED_INSIDE = -4;

  private final AtomicLong state = new AtomicLong(WAITING);
  private final AtomicInteger inHand = new AtomicInteger();

  void waiting() {
    step(WAITING);
  }

  void pulling() {
    step(PULLING);
  }

  /**
   * About to enter a load, or the cache.
   *
   * @param now of a clock that is never 0 or less
   * @param offset see {@link #movedTo}
   */
  void inside(long now, int offset) {
    inHand.lazySet(offset);
    step(now);
  }

  /**
   * Still inside, with another key: no step, as it must cost nothing.
   *
   * @param offset of that key among those the chunk is not finished with
   */
  void movedTo(int offset) {
    inHand.lazySet(offset);
  }

  /** The key an abandoned worker was at; one off if it moved on at that moment. */
  int inHand() {
    return inHand.get();
  }

  /** Still the worker's own; cheaper than a step where nothing changes. */
  void checkNotAbandoned() {
    if (isAbandoned(state.get())) {
      throw ABANDONED;
    }
  }

  /** The worker changes or accounts for its chunk; it cannot be abandoned meanwhile. */
  void settling() {
    step(SETTLING);
  }

  /** Whether the worker was abandoned inside application code. */
  boolean wasStuck() {
    return state.get() == ABANDONED_INSIDE;
  }

  /** Abandons the worker if it entered application code before that instant. */
  boolean abandonIfInsideSince(long deadline) {
    long now = state.get();
    return now > 0 && now - deadline <= 0 && state.compareAndSet(now, ABANDONED_INSIDE);
  }

  /**
   * Abandons the worker whatever it does.
   *
   * @return what it was doing, or null if it is settling or abandoned already
   */
  @Nullable Phase abandon() {
    while (true) {
      long now = state.get();
      if (now == SETTLING || isAbandoned(now)) {
        return null;
      }
      if (state.compareAndSet(now, now == WAITING ? ABANDONED_OUTSIDE : ABANDONED_INSIDE)) {
        return now == WAITING ? Phase.WAITING : now == PULLING ? Phase.PULLING : Phase.INSIDE;
      }
    }
  }

  private void step(long next) {
    long now = state.get();
    if (isAbandoned(now) || !state.compareAndSet(now, next)) {
      throw ABANDONED;
    }
  }

  private static boolean isAbandoned(long state) {
    return state <= ABANDONED_OUTSIDE;
  }
}
