package io.warmup.agent.bridge;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a store to its record where the store's class could not be given a field, because it
 * was loaded before the agent came: by identity, holding the store weakly. Costs a get some
 * nanoseconds more than the field does. A {@link WarmupKeyspace} has its record with it.
 */
public final class WarmupAttached {

  /** Open addressing, half full at most. */
  private static Slot[] slots = new Slot[64];

  private static int taken;
  private static int recorded;
  private static @Nullable Finder finder;

  /** Whether there is anything to look for; a get pays for no more than this while there is not. */
  private static volatile boolean looking;

  private WarmupAttached() {}

  /** Told of the stores that were there before the agent came. */
  public interface Finder {

    /** The application uses a store that is not known yet; once each, on the using thread. */
    void met(Object store);
  }

  /** Sets who is told; null: nobody. */
  public static synchronized void discover(@Nullable Finder newFinder) {
    finder = newFinder;
    looking = finder != null || recorded > 0;
  }

  /** Begins to record a store, or ends it with null. */
  public static synchronized void record(Object store, @Nullable WarmupGets gets) {
    if (store instanceof WarmupKeyspace) {
      recorded += ((WarmupKeyspace) store).record(gets);
    } else {
      Slot slot = slot(store);
      if ((slot.gets == null) != (gets == null)) {
        recorded += gets == null ? -1 : 1;
      }
      slot.gets = gets;
    }
    looking = finder != null || recorded > 0;
  }

  static @Nullable WarmupGets of(Object store) {
    if (!looking) {
      return null;
    }
    if (store instanceof WarmupKeyspace) {
      return ((WarmupKeyspace) store).gets();
    }
    Slot slot = find(slots, store);
    return slot == null ? meet(store) : slot.gets;
  }

  /** Whether any store may be recorded here. */
  static boolean isLooking() {
    return looking;
  }

  private static @Nullable WarmupGets meet(Object store) {
    Finder told;
    synchronized (WarmupAttached.class) {
      told = finder;
      if (told == null || find(slots, store) != null) {
        return null;
      }
      slot(store);
    }
    try {
      told.met(store);
    } catch (Throwable e) {
      // The application's get goes on, whatever became of our record.
    }
    Slot slot = find(slots, store);
    return slot == null ? null : slot.gets;
  }

  private static @Nullable Slot find(Slot[] table, Object store) {
    int mask = table.length - 1;
    for (int at = System.identityHashCode(store) & mask; ; at = (at + 1) & mask) {
      Slot slot = table[at];
      if (slot == null || slot.get() == store) {
        return slot;
      }
    }
  }

  /** The store's own, made if there is none. */
  private static Slot slot(Object store) {
    Slot known = find(slots, store);
    if (known != null) {
      return known;
    }
    if (taken >= slots.length / 2) {
      slots = withoutCollected();
    }
    Slot slot = new Slot(store);
    insert(slots, slot);
    taken++;
    return slot;
  }

  private static Slot[] withoutCollected() {
    int alive = 0;
    for (Slot slot : slots) {
      if (slot != null && slot.get() != null) {
        alive++;
      }
    }
    Slot[] table = new Slot[Integer.highestOneBit(Math.max(alive, 16)) * 4];
    taken = 0;
    for (Slot slot : slots) {
      if (slot != null && slot.get() != null) {
        insert(table, slot);
        taken++;
      } else if (slot != null && slot.gets != null) {
        recorded--;
      }
    }
    return table;
  }

  private static void insert(Slot[] table, Slot slot) {
    int mask = table.length - 1;
    int at = slot.hash & mask;
    while (table[at] != null) {
      at = (at + 1) & mask;
    }
    // Behind a full fence, since gets read the table without a lock.
    java.lang.invoke.VarHandle.fullFence();
    table[at] = slot;
  }

  private static final class Slot extends WeakReference<Object> {
    final int hash;
    volatile @Nullable WarmupGets gets;

    Slot(Object store) {
      super(store);
      this.hash = System.identityHashCode(store);
    }
  }
}
