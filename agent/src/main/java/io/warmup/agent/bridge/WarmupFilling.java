package io.warmup.agent.bridge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the application that is to fill its own caches: what the calling thread writes into
 * any of them until it ends is warmed. While there is no such call, a write pays one look at {@link
 * #some}.
 *
 * <p>A write is noted before it takes effect; whether it took is seen at the call's end, by the
 * entry that stands there then. What another thread writes under the key meanwhile is that one's.
 */
public final class WarmupFilling {

  private static final Map<Thread, WarmupFilling> GOING = new IdentityHashMap<>();

  /** Plain on purpose, as {@link WarmupUncounted#some} is. */
  static boolean some;

  private final Map<WarmupWrite, WarmupWrite> writes = new LinkedHashMap<>();

  private WarmupFilling() {}

  /** Gets stores that are not recorded, and may have them recorded. */
  public interface Finder {

    /** A cache was filled that nobody knows yet; once each, on the filling thread. */
    void met(Object store);
  }

  /** From here on the calling thread's writes are noted; calls do not nest. */
  public static WarmupFilling begin() {
    WarmupFilling filling = new WarmupFilling();
    synchronized (GOING) {
      GOING.put(Thread.currentThread(), filling);
      some = true;
    }
    return filling;
  }

  /**
   * Takes {@link #begin} back, on the same thread, and enters what was written as warmed.
   *
   * @return the store of each entry that stands there now and did not before
   */
  public List<Object> end(Finder finder) {
    synchronized (GOING) {
      GOING.remove(Thread.currentThread());
      some = !GOING.isEmpty();
    }
    List<WarmupWrite> noted;
    synchronized (writes) {
      noted = new ArrayList<>(writes.values());
    }
    List<Object> filled = new ArrayList<>();
    for (WarmupWrite write : noted) {
      if (write.settle(finder)) {
        filled.add(write.store);
      }
    }
    return filled;
  }

  /**
   * A key is about to be written or removed.
   *
   * @return whether that is noted, its end being told later
   */
  static boolean writing(Object store, Object key) {
    try {
      WarmupFilling own = own();
      if (own == null) {
        going().forEach(going -> going.forget(store, key));
        return false;
      }
      if (store instanceof WarmupStore || store instanceof Map) {
        own.note(store, key, WarmupWrite.value(store, key));
        return true;
      }
      own.forget(store, key);
    } catch (Throwable e) {
      // The key's own equals or hashCode failed, as it will for the application.
    }
    return false;
  }

  /** A key was found absent in a store that does not tell of its own loads. */
  static void missed(Object store, Object key) {
    if (store instanceof Map && !(store instanceof WarmupStore)) {
      note(store, key, null, own());
    }
  }

  /** A key was written, in a store whose entries cannot be looked at for nothing. */
  static void writtenTo(Object store, Object key) {
    note(store, key, WarmupWrite.DONE, own());
  }

  /** The same, on whichever thread that is done for the call. */
  void wrote(Object store, Object key) {
    note(store, key, WarmupWrite.DONE, this);
  }

  /**
   * The value of a warmed entry is about to be replaced.
   *
   * @param flag the entry's bits, taken from it
   * @return whether it is kept for the entry's next value: the warm-up's own renews it
   */
  static boolean renews(Object store, @Nullable Object key, byte flag) {
    WarmupFilling own = key == null ? null : own();
    if (own == null || key == null) {
      return false;
    }
    synchronized (own.writes) {
      WarmupWrite noted = own.writes.get(new WarmupWrite(store, key, null));
      if (noted != null) {
        noted.previous |= flag;
      }
      return noted != null;
    }
  }

  /** Everything is about to be removed. */
  static void clearing(Object store) {
    for (WarmupFilling going : going()) {
      synchronized (going.writes) {
        going.writes.values().removeIf(write -> write.store == store);
      }
    }
  }

  private static void note(
      Object store, Object key, @Nullable Object before, @Nullable WarmupFilling own) {
    try {
      if (own != null) {
        own.note(store, key, before);
      }
    } catch (Throwable e) {
      // As above.
    }
  }

  private void note(Object store, Object key, @Nullable Object before) {
    WarmupWrite write = new WarmupWrite(store, key, before);
    synchronized (writes) {
      writes.putIfAbsent(write, write);
    }
  }

  private void forget(Object store, Object key) {
    synchronized (writes) {
      writes.remove(new WarmupWrite(store, key, null));
    }
  }

  /** Of the calling thread; null: it has none. */
  static @Nullable WarmupFilling own() {
    synchronized (GOING) {
      return GOING.get(Thread.currentThread());
    }
  }

  private static Collection<WarmupFilling> going() {
    synchronized (GOING) {
      return new ArrayList<>(GOING.values());
    }
  }
}
