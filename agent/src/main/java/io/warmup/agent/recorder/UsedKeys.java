package io.warmup.agent.recorder;

import java.util.function.ObjIntConsumer;

/**
 * The warmed keys whose entries have been used and have ended: one that is warmed anew has avoided
 * its miss already. Kept are 48 bits of each key's hash, in 8 to 16 bytes; so one new key in 268
 * million is mistaken for another at most, and its use is not counted. Of more keys than a million
 * the first are kept. A key that cannot be told apart by its content is not. Thread-safe; the lock
 * is held for a few instructions, and while it grows, which it does seventeen times at most.
 */
final class UsedKeys {

  static final int MOST = 1 << 20;

  private static final int SMALLEST = 16;

  /** Open addressing, three quarters full at most; 0: free. The lower bits of each hash. */
  private int[] slots = {};

  /** The higher ones. */
  private short[] highs = {};

  private int taken;

  void add(Object key) {
    if (KeyHash.tellsApart(key)) {
      add(KeyHash.of(key));
    }
  }

  /** Whether it was added, but for the error above. */
  boolean contains(Object key) {
    return !isEmpty() && KeyHash.tellsApart(key) && contains(KeyHash.of(key));
  }

  private synchronized boolean isEmpty() {
    return taken == 0;
  }

  private synchronized void add(long hash) {
    if (taken == MOST) {
      return;
    }
    if (taken >= slots.length / 4 * 3) {
      grow();
    }
    int low = low(hash);
    int at = find(low, high(hash));
    if (slots[at] == 0) {
      slots[at] = low;
      highs[at] = high(hash);
      taken++;
    }
  }

  private synchronized boolean contains(long hash) {
    return slots[find(low(hash), high(hash))] != 0;
  }

  private void grow() {
    int[] lows = slots;
    short[] others = highs;
    slots = new int[Math.max(SMALLEST, lows.length * 2)];
    highs = new short[slots.length];
    for (int i = 0; i < lows.length; i++) {
      if (lows[i] != 0) {
        int at = find(lows[i], others[i]);
        slots[at] = lows[i];
        highs[at] = others[i];
      }
    }
  }

  /** Where it is, or else belongs. */
  private int find(int low, short high) {
    int mask = slots.length - 1;
    int at = low & mask;
    while (slots[at] != 0 && (slots[at] != low || highs[at] != high)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int low(long hash) {
    int low = (int) hash;
    return low == 0 ? 1 : low;
  }

  private static short high(long hash) {
    return (short) (hash >>> 32);
  }

  synchronized void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(slots, 1);
    told.accept(highs, 1);
  }
}
