package io.warmup.agent.bridge;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One put by the warm-up. The store runs it as a computation, holding the lock that every write of
 * the key takes, so that what it sees cannot change before its value stands.
 */
public final class WarmupPut implements BiFunction<Object, Object, Object> {

  /** What became of it. */
  public enum Outcome {
    WARMED,
    PRESENT,
    TOUCHED
  }

  private final WarmupStore store;
  private final WarmupGets gets;
  private final WarmupWatch.Mark mark;
  private final int clears;
  private final @Nullable Object seen;
  private final Object value;
  private byte previous;
  private Outcome outcome = Outcome.WARMED;

  /**
   * A put that is not done yet.
   *
   * @param mark of the key, watched since before its value was loaded
   * @param clears {@link WarmupWatch#clears} at that time
   * @param seen the value that stood there at that time, which may be replaced; null: none
   * @param value what to put
   */
  public WarmupPut(
      WarmupStore store,
      WarmupGets gets,
      WarmupWatch.Mark mark,
      int clears,
      @Nullable Object seen,
      Object value) {
    this.store = store;
    this.gets = gets;
    this.mark = mark;
    this.clears = clears;
    this.seen = seen;
    this.value = value;
  }

  /**
   * Does it, once.
   *
   * @param expiry as {@link WarmupStore#warmupCompute} takes it
   */
  public Outcome run(Object key, @Nullable Object expiry) {
    if (!gets.watch().enter(clears)) {
      return Outcome.TOUCHED;
    }
    try {
      store.warmupCompute(key, this, expiry);
      if (gets.watch().clears() != clears) {
        takeBack(key);
        return Outcome.TOUCHED;
      }
    } catch (Dropped e) {
      return outcome;
    } finally {
      gets.watch().exit(clears);
    }
    if (!store.warmupHasNodes()) {
      if (mark.touched) {
        // A write between our look at the mark and the key's entry in the ledger.
        gets.keyed().forget(key, WarmupFates.OVERWRITTEN);
      }
      return Outcome.WARMED;
    }
    byte since = gets.fates().since(previous, key);
    WarmupNode node = gets.node(store, key);
    if (node == null || !gets.fates().warm(node, value, since)) {
      int fate = mark.touched ? WarmupFates.OVERWRITTEN : WarmupFates.EVICTED;
      gets.fates().gone(key, since, fate);
    }
    return Outcome.WARMED;
  }

  /**
   * A clear that lost patience with us may have passed this value by. One that has not waits for
   * this too: it takes an entry for gone that is only about to leave, and a read would still meet
   * it.
   */
  private void takeBack(Object key) {
    store.warmupCompute(key, (k, current) -> current == value ? null : current, null);
    gets.keyed().forget(key, WarmupFates.OVERWRITTEN);
    gets.fates().end(key, previous, WarmupFates.OVERWRITTEN);
  }

  @Override
  public Object apply(Object key, @Nullable Object current) {
    if (mark.touched || gets.watch().clears() != clears) {
      return drop(current == null || current == seen ? Outcome.TOUCHED : Outcome.PRESENT);
    }
    if (current != null && current != seen) {
      return drop(Outcome.PRESENT);
    }
    WarmupNode node = current == null ? null : gets.node(store, key);
    if (node != null) {
      previous = WarmupFates.take(node);
    }
    if (!store.warmupHasNodes()) {
      gets.keyed().warmed(key);
    }
    return value;
  }

  /** An exception leaves the store exactly as it is; returning the old value would renew it. */
  private Object drop(Outcome why) {
    outcome = why;
    throw Dropped.INSTANCE;
  }

  private static final class Dropped extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final Dropped INSTANCE = new Dropped();

    Dropped() {
      super("the application was there first", null, false, false);
    }
  }
}
