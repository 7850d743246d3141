package io.warmup.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The warm-up's own threads, whose gets do not count. While there is none, that costs the get path
 * one look at {@link #some}; while there are some, a look into a table more, without a lock.
 */
public final class WarmupUncounted {

  private static final int SMALLEST = 16;

  /**
   * 0, or what no thread's number has beside it: a number, so that a get asks for it together with
   * all else that is rare. Plain on purpose: one that misses the change by a moment began before
   * it.
   */
  static long some;

  /**
   * Open addressing by the thread's number, compared by identity, half full at most. A slot once
   * taken is never empty again, so that a thread that is in here always finds itself, and any other
   * finds nothing whatever it reads.
   */
  private static volatile @Nullable Own[] table = new Own[SMALLEST];

  private static int taken;
  private static int inside;

  private WarmupUncounted() {}

  /** From here on the calling thread's gets do not count; calls nest. */
  public static void enter() {
    Own known = own();
    if (known == null) {
      add(new Own(Thread.currentThread()));
    } else {
      known.depth++;
    }
  }

  /** Takes one {@link #enter} back. */
  public static void exit() {
    Own known = own();
    if (known != null && --known.depth == 0) {
      remove(known);
    }
  }

  static boolean isOwn() {
    return some != 0 && isInside();
  }

  /** A call of its own, so that a get is as small while a run goes on as it is without. */
  @DontInline
  private static boolean isInside() {
    return own() != null;
  }

  private static @Nullable Own own() {
    Thread thread = Thread.currentThread();
    @Nullable Own[] slots = table;
    int mask = slots.length - 1;
    for (int at = (int) thread.getId() & mask; ; at = (at + 1) & mask) {
      Own slot = slots[at];
      if (slot == null || slot.thread == thread) {
        return slot;
      }
    }
  }

  private static synchronized void add(Own own) {
    if (taken >= table.length / 2) {
      table = withoutThoseThatLeft();
    }
    insert(table, own);
    taken++;
    inside++;
    some = 1;
  }

  private static synchronized void remove(Own own) {
    own.thread = null;
    inside--;
    if (inside == 0) {
      table = new Own[SMALLEST];
      taken = 0;
      some = 0;
    }
  }

  private static @Nullable Own[] withoutThoseThatLeft() {
    @Nullable Own[] slots = new Own[Integer.highestOneBit(Math.max(inside, SMALLEST / 4)) * 4];
    taken = 0;
    for (Own own : table) {
      if (own != null && own.thread != null) {
        insert(slots, own);
        taken++;
      }
    }
    return slots;
  }

  private static void insert(@Nullable Own[] slots, Own own) {
    int mask = slots.length - 1;
    int at = own.number & mask;
    while (slots[at] != null) {
      at = (at + 1) & mask;
    }
    slots[at] = own;
  }

  /** A thread that is in here, and how often; changed by that thread alone. */
  private static final class Own {
    final int number;
    @Nullable Thread thread;
    int depth = 1;

    Own(Thread thread) {
      this.number = (int) thread.getId();
      this.thread = thread;
    }
  }
}
