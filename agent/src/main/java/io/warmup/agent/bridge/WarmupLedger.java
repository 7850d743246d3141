package io.warmup.agent.bridge;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The warmed keys of a store whose entries carry no byte: open addressing, a reference and four
 * bytes a slot (29 bits of the hash, three of {@link WarmupNode}'s), half to three quarters full,
 * so that a key takes 11 to 15 bytes. Compared with {@code equals}: exact.
 *
 * <p>Thread-safe. A look-up takes no lock, and the keys' own methods are never called under one.
 */
final class WarmupLedger {

  private static final Object GONE = new Object();
  private static final int BITS = 3;
  private static final int FLAGS = (1 << BITS) - 1;
  private static final int SMALLEST = 16;

  private volatile Table table = new Table(SMALLEST);
  private int taken;
  private int alive;

  /** The key's bits; 0 if it is not in here. */
  byte flag(Object key) {
    Table now = table;
    int at = now.find(key, hash(key));
    return at < 0 ? 0 : (byte) (now.marks[at] & FLAGS);
  }

  /**
   * A key is warmed.
   *
   * @param first more bits, for a key that is not in here
   * @return its bits before
   */
  byte add(Object key, byte first) {
    int hash = hash(key);
    while (true) {
      Table now = table;
      int at = now.find(key, hash);
      synchronized (this) {
        if (now == table && at >= 0 && now.keys[at] != GONE) {
          return now.set(at, WarmupNode.WARMED);
        }
        if (now == table && at < 0 && now.keys[~at] == null) {
          if (taken >= now.keys.length / 4 * 3) {
            table = grown(now);
          } else {
            taken++;
            alive++;
            now.marks[~at] = hash | WarmupNode.WARMED | first;
            // Who finds the key, without our lock, must find its hash too: else the same key is
            // taken for another one, and gets a second slot.
            VarHandle.releaseFence();
            now.keys[~at] = key;
            return 0;
          }
        }
      }
    }
  }

  /**
   * A key is read.
   *
   * @return its bits before
   */
  byte touch(Object key) {
    int hash = hash(key);
    while (true) {
      Table now = table;
      int at = now.find(key, hash);
      if (at < 0) {
        return 0;
      }
      synchronized (this) {
        if (now == table) {
          return now.keys[at] == GONE ? 0 : now.set(at, WarmupNode.TOUCHED);
        }
      }
    }
  }

  /**
   * What is known of a key ends.
   *
   * @return its bits before
   */
  byte remove(Object key) {
    int hash = hash(key);
    while (true) {
      Table now = table;
      int at = now.find(key, hash);
      if (at < 0) {
        return 0;
      }
      synchronized (this) {
        if (now == table) {
          return now.keys[at] == GONE ? 0 : end(now, at);
        }
      }
    }
  }

  /**
   * All ends.
   *
   * @return how many were unread
   */
  synchronized int clear() {
    int unread = 0;
    Table now = table;
    for (int i = 0; i < now.keys.length; i++) {
      if (now.isAlive(i) && WarmupFates.isUnread(end(now, i))) {
        unread++;
      }
    }
    return unread;
  }

  /** Traffic opens. */
  synchronized void reopen() {
    Table now = table;
    for (int i = 0; i < now.marks.length; i++) {
      byte flag = (byte) (now.marks[i] & FLAGS);
      now.marks[i] = (now.marks[i] & ~FLAGS) | WarmupFates.reopened(flag);
    }
  }

  /** The keys nobody has read. */
  List<Object> unread() {
    return keys(true);
  }

  /** The keys somebody has read. */
  List<Object> used() {
    return keys(false);
  }

  private synchronized List<Object> keys(boolean unread) {
    List<Object> keys = new ArrayList<>();
    Table now = table;
    for (int i = 0; i < now.keys.length; i++) {
      Object key = now.keys[i];
      if (now.isAlive(i) && WarmupFates.isUnread((byte) (now.marks[i] & FLAGS)) == unread) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The keys themselves are the cache's. */
  void parts(ObjIntConsumer<Object> told) {
    Table now = table;
    told.accept(this, 1);
    told.accept(now, 1);
    told.accept(now.keys, 1);
    told.accept(now.marks, 1);
  }

  private byte end(Table now, int at) {
    byte before = (byte) (now.marks[at] & FLAGS);
    now.keys[at] = GONE;
    now.marks[at] &= ~FLAGS;
    alive--;
    return before;
  }

  private Table grown(Table now) {
    Table larger = new Table(Math.max(SMALLEST, alive / 5 * 9 + SMALLEST));
    for (int i = 0; i < now.keys.length; i++) {
      if (now.isAlive(i)) {
        larger.append(now.keys[i], now.marks[i]);
      }
    }
    taken = alive;
    return larger;
  }

  /** 29 bits in the upper part, spread by the finaliser of MurmurHash3 (Appleby 2011). */
  private static int hash(Object key) {
    int h = key.hashCode();
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return (h ^ (h >>> 16)) & ~FLAGS;
  }

  /** Slots, never used for a second key: an index once found stays right. */
  private static final class Table {
    final @Nullable Object[] keys;
    final int[] marks;

    Table(int slots) {
      keys = new Object[slots];
      marks = new int[slots];
    }

    /** Where the key is; else the complement of the first free slot. */
    int find(Object key, int hash) {
      int at = home(hash);
      while (true) {
        Object known = keys[at];
        if (known == null) {
          return ~at;
        }
        VarHandle.acquireFence();
        boolean sameHash = (marks[at] & ~FLAGS) == hash;
        if (sameHash && known != GONE && (known == key || key.equals(known))) {
          return at;
        }
        at = next(at);
      }
    }

    void append(@Nullable Object key, int mark) {
      int at = home(mark & ~FLAGS);
      while (keys[at] != null) {
        at = next(at);
      }
      keys[at] = key;
      marks[at] = mark;
    }

    byte set(int at, byte flag) {
      byte before = (byte) (marks[at] & FLAGS);
      marks[at] |= flag;
      return before;
    }

    boolean isAlive(int at) {
      return keys[at] != null && keys[at] != GONE;
    }

    private int home(int hash) {
      return (int) ((hash >>> BITS) * (long) keys.length >>> (32 - BITS));
    }

    private int next(int at) {
      return at + 1 == keys.length ? 0 : at + 1;
    }
  }
}
