package io.warmup.agent.recorder;

import java.util.function.ObjIntConsumer;

/**
 * The warmed keys whose entries have been used and have ended: one that is warmed anew has avoided
 * its miss already. Kept are 32 bits of each key's hash, in 5 to 11 bytes; so one new key in 65,536
 * is mistaken for another at most, and its use is not counted. Of more keys than 65,536 the first
 * are kept. A key that cannot be told apart by its content is not. Thread-safe; the lock is held
 * for a few instructions, and while it grows, which it does thirteen times at most.
 */
final class UsedKeys {

  static final int MOST = 1 << 16;

  private static final int SMALLEST = 16;

  /** Open addressing, three quarters full at most; 0: free. */
  private int[] slots = {};

  private int taken;

  void add(Object key) {
    if (KeyHash.tellsApart(key)) {
      add(print(key));
    }
  }

  /** Whether it was added, but for the error above. */
  boolean contains(Object key) {
    return !isEmpty() && KeyHash.tellsApart(key) && contains(print(key));
  }

  private synchronized boolean isEmpty() {
    return taken == 0;
  }

  private synchronized void add(int print) {
    if (taken == MOST) {
      return;
    }
    if (taken >= slots.length / 4 * 3) {
      int[] before = slots;
      slots = new int[Math.max(SMALLEST, before.length * 2)];
      for (int known : before) {
        if (known != 0) {
          slots[find(known)] = known;
        }
      }
    }
    int at = find(print);
    if (slots[at] == 0) {
      slots[at] = print;
      taken++;
    }
  }

  private synchronized boolean contains(int print) {
    return slots[find(print)] != 0;
  }

  /** Where it is, or else belongs. */
  private int find(int print) {
    int mask = slots.length - 1;
    int at = print & mask;
    while (slots[at] != 0 && slots[at] != print) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int print(Object key) {
    int print = (int) KeyHash.of(key);
    return print == 0 ? 1 : print;
  }

  synchronized void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(slots, 1);
  }
}
