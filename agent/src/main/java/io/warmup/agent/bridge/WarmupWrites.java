package io.warmup.agent.bridge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What code inserted into a cache library calls where entries change hands, before it takes effect.
 * Each is nothing but a null check while the cache is not recorded.
 */
public final class WarmupWrites {

  private WarmupWrites() {}

  /**
   * An entry's value is about to be replaced, under the entry's lock; by itself where the library
   * renews what it knows of it, as it does when a future is complete.
   */
  public static void replaced(Object entry, @Nullable Object value, Object store) {
    WarmupGets gets = WarmupSites.gets(store);
    WarmupNode node = (WarmupNode) entry;
    if (gets == null || node.warmupFlag() == 0 || node.getValue() == value) {
      return;
    }
    if (WarmupFilling.some
        && !((WarmupStore) store).warmupExpired(node)
        && WarmupFilling.renews(store, node.getKey(), node.warmupFlag())) {
      WarmupFates.take(node);
    } else {
      left(node, store, WarmupFates.OVERWRITTEN);
    }
  }

  /** An entry leaves, under its lock, for this reason unless it is past its time. */
  public static void left(Object node, Object store, int fate) {
    WarmupGets gets = WarmupSites.gets(store);
    if (gets != null && ((WarmupNode) node).warmupFlag() != 0) {
      boolean expired = ((WarmupStore) store).warmupExpired(node);
      gets.fates().end((WarmupNode) node, expired ? WarmupFates.EXPIRED : fate);
    }
  }

  /** The application is about to write, load or invalidate a key. */
  public static void writing(Object store, Object key) {
    boolean filling = WarmupFilling.some && key != null && WarmupFilling.writing(store, key);
    WarmupGets gets = WarmupSites.gets(store);
    if (gets != null && key != null) {
      gets.watch().touched(key);
      if (!filling) {
        gets.keyed().forget(key, WarmupFates.OVERWRITTEN);
      }
    }
  }

  /** The same for several keys: an iterable of them, or a map that has them. */
  public static void writingAll(Object store, @Nullable Object keys) {
    if (keys != null && (WarmupFilling.some || WarmupSites.gets(store) != null)) {
      Iterable<?> each = keys instanceof Map ? ((Map<?, ?>) keys).keySet() : (Iterable<?>) keys;
      for (Object key : each) {
        writing(store, key);
      }
    }
  }

  /** The application has written a key, which told {@link #writing} before. */
  public static void wrote(Object store, Object key) {
    if (WarmupFilling.some && key != null) {
      WarmupFilling.writtenTo(store, key);
    }
  }

  /**
   * The application is about to put one value in place of another; the same one again where a
   * future is complete, and the library renews what it knows of it.
   */
  public static void replacing(
      Object store, Object key, @Nullable Object before, @Nullable Object value) {
    if (before != value) {
      writing(store, key);
      return;
    }
    WarmupGets gets = WarmupSites.gets(store);
    if (gets != null && key != null) {
      gets.watch().touched(key);
    }
  }

  /** The application is about to load a key that it has found absent. */
  public static void loading(Object store, Object key) {
    if (WarmupFilling.some && key != null) {
      WarmupFilling.writing(store, key);
    }
    WarmupGets gets = WarmupSites.gets(store);
    if (gets != null && key != null) {
      gets.watch().touched(key);
      WarmupSites.absent(store, gets, key);
    }
  }

  /** The same by a function, which may be the warm-up's own. */
  public static void computing(Object store, Object key, Object function) {
    if (!(function instanceof WarmupPut)) {
      writing(store, key);
    }
  }

  /** The application is about to write or invalidate everything. */
  public static void clearing(Object store) {
    if (WarmupFilling.some) {
      WarmupFilling.clearing(store);
    }
    WarmupGets gets = WarmupSites.gets(store);
    if (gets != null) {
      gets.watch().everything();
      gets.keyed().forgetAll();
    }
  }
}
