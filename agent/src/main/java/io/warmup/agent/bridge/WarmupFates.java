package io.warmup.agent.bridge;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of warmed entries. Each leaves the unread state once, by whoever clears it first, so
 * that the counts add up exactly.
 *
 * <p>The locks are held for a few instructions, never across the cache's or the application's code.
 */
public final class WarmupFates {

  /** Ways to end, and at the same time the slots of {@link #counts}. */
  public static final int WARMED = 0;

  public static final int USED = 1;
  public static final int EVICTED = 2;
  public static final int EXPIRED = 3;
  public static final int OVERWRITTEN = 4;

  private static final int READ = WarmupNode.TOUCHED | WarmupNode.TOUCHED_BEFORE;
  private static final Object[] LOCKS = locks();

  private final AtomicLongArray counts = new AtomicLongArray(5);
  private final @Nullable WarmupKeys keys;

  /**
   * @param keys remembers which keys were used; null: nobody does, and one that is warmed anew is
   *     another warmed key
   */
  WarmupFates(@Nullable WarmupKeys keys) {
    this.keys = keys;
  }

  /** How many were warmed in all, and how many ended which way. */
  public long[] counts() {
    long[] copy = new long[counts.length()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = counts.get(i);
    }
    return copy;
  }

  /**
   * The application has read an entry.
   *
   * @return its bits before
   */
  byte touch(WarmupNode node) {
    byte before;
    synchronized (lock(node)) {
      before = node.warmupFlag();
      node.warmupFlag((byte) (before | WarmupNode.TOUCHED));
    }
    if (isUnread(before)) {
      count(USED);
    }
    return before;
  }

  /** Traffic opens: whether the entry is read from here on is yet to be seen. */
  void reopen(WarmupNode node) {
    synchronized (lock(node)) {
      node.warmupFlag(reopened(node.warmupFlag()));
    }
  }

  static byte reopened(byte flag) {
    return (flag & WarmupNode.TOUCHED) == 0
        ? flag
        : (byte) ((flag & ~WarmupNode.TOUCHED) | WarmupNode.TOUCHED_BEFORE);
  }

  /** The value is about to go, or gone. */
  void end(WarmupNode node, int fate) {
    end(node.getKey(), take(node), fate);
  }

  /**
   * The entry of a key has ended, or what was warmed of it.
   *
   * @param key null if collected
   * @param before the bits it had
   */
  void end(@Nullable Object key, byte before, int fate) {
    if (isUnread(before)) {
      count(fate);
    } else if ((before & WarmupNode.WARMED) != 0 && keys != null) {
      keys.usedAndEnded(key);
    }
  }

  /**
   * The bits that go on in the entry of a key that is warmed.
   *
   * @param previous those that {@link #take} gave, if it had one
   */
  byte since(byte previous, Object key) {
    boolean again = (previous & WarmupNode.WARMED) != 0;
    return !again && keys != null && keys.wasUsed(key) ? WarmupNode.USED_BEFORE : previous;
  }

  /**
   * Clears the entry's bits without an end: the warm-up itself replaces the value, or another
   * record begins.
   *
   * @return its bits before
   */
  public static byte take(WarmupNode node) {
    synchronized (lock(node)) {
      byte before = node.warmupFlag();
      node.warmupFlag((byte) 0);
      return before;
    }
  }

  /**
   * The warm-up has put a value: its entry is warmed, unless it has ended already. It is looked at
   * and marked under its own monitor. The library holds that while it tells of an end and brings it
   * about ({@link WarmupWrites}), so that an end is either seen here or sees the mark.
   *
   * @param value what was put
   * @param previous what {@link #since} gave before: a key that is warmed again is still one warmed
   *     key
   * @return false: it has ended, and is to be counted as {@link #gone}
   */
  boolean warm(WarmupNode node, Object value, byte previous) {
    synchronized (node) {
      boolean stands = node.isAlive() && node.getValue() == value;
      if (stands) {
        mark(node, previous);
      }
      return stands;
    }
  }

  private void mark(WarmupNode node, byte previous) {
    boolean again = (previous & WarmupNode.WARMED) != 0;
    // Reads of a value that was the application's own are none of this one.
    int known = again ? previous & READ : 0;
    byte since;
    synchronized (lock(node)) {
      since = node.warmupFlag();
      node.warmupFlag((byte) (WarmupNode.WARMED | (since & READ) | known));
    }
    if (!again) {
      count(WARMED);
    }
    if ((since & READ) != 0 && known == 0) {
      count(USED);
    }
  }

  /**
   * The warm-up's value was gone again before it could be marked.
   *
   * @param fate how
   * @param previous what {@link #since} gave before
   */
  void gone(Object key, byte previous, int fate) {
    if ((previous & WarmupNode.WARMED) == 0) {
      count(WARMED);
      count(fate);
    } else {
      end(key, previous, fate);
    }
  }

  void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(counts, 1);
    told.accept(new long[counts.length()], 1);
  }

  void count(int fate) {
    counts.incrementAndGet(fate);
  }

  void uncount(int fate) {
    counts.decrementAndGet(fate);
  }

  /** Whether an entry is warmed, and nobody has read it. */
  public static boolean isUnread(byte flag) {
    return (flag & (WarmupNode.WARMED | READ)) == WarmupNode.WARMED;
  }

  private static Object lock(WarmupNode node) {
    return LOCKS[System.identityHashCode(node) & (LOCKS.length - 1)];
  }

  private static Object[] locks() {
    Object[] locks = new Object[64];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new Object();
    }
    return locks;
  }
}
