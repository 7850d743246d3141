package io.warmup.agent.bridge;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a store to its record where the store's class was loaded before the agent came and
 * could not be given a field: by identity, holding the store weakly. Costs a get some nanoseconds
 * more than the field does.
 */
public final class WarmupAttached {

  private static volatile Slot @Nullable [] slots;

  private WarmupAttached() {}

  /** Begins to record a store, or ends it with null. */
  public static synchronized void record(Object store, @Nullable WarmupGets gets) {
    List<Slot> alive = new ArrayList<>();
    Slot @Nullable [] current = slots;
    if (current != null) {
      for (Slot slot : current) {
        Object known = slot == null ? null : slot.get();
        if (known != null && known != store) {
          alive.add(slot);
        }
      }
    }
    if (gets != null) {
      alive.add(new Slot(store, gets));
    }
    slots = alive.isEmpty() ? null : table(alive);
  }

  static @Nullable WarmupGets of(Object store) {
    Slot @Nullable [] current = slots;
    if (current == null) {
      return null;
    }
    int mask = current.length - 1;
    for (int at = System.identityHashCode(store) & mask; ; at = (at + 1) & mask) {
      Slot slot = current[at];
      if (slot == null) {
        return null;
      }
      if (slot.get() == store) {
        return slot.gets;
      }
    }
  }

  /** Open addressing, a quarter full at most. */
  private static Slot[] table(List<Slot> alive) {
    Slot[] table = new Slot[Integer.highestOneBit(alive.size()) * 8];
    int mask = table.length - 1;
    for (Slot slot : alive) {
      int at = slot.hash & mask;
      while (table[at] != null) {
        at = (at + 1) & mask;
      }
      table[at] = slot;
    }
    return table;
  }

  private static final class Slot extends WeakReference<Object> {
    final int hash;
    final WarmupGets gets;

    Slot(Object store, WarmupGets gets) {
      super(store);
      this.hash = System.identityHashCode(store);
      this.gets = gets;
    }
  }
}
