package io.warmup.agent.bridge;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What code inserted into a cache library calls, beside the library's own statistics and at the
 * entry of its writes. Each is nothing but a null check while the cache is not recorded.
 */
public final class WarmupSites {

  private WarmupSites() {}

  /** An entry was read, in a store without a field for its record; a get if that is counted. */
  public static void read(Object store, @Nullable Object key, boolean counted) {
    if (counted) {
      hits(store, 1, key);
    }
  }

  /** A single get found nothing. */
  public static void miss(@Nullable WarmupGets gets, Object key) {
    if (gets != null) {
      gets.miss(key);
    }
  }

  /**
   * Gets were answered, and the site has no node at hand.
   *
   * @param key null where there were several
   */
  public static void hits(Object store, int count, @Nullable Object key) {
    WarmupGets gets = gets(store);
    if (gets == null) {
      return;
    }
    if (key == null) {
      gets.countHits(count, 0);
    } else {
      gets.hitKey(store, key);
    }
  }

  /** Gets were not answered; {@code key} as above. */
  public static void misses(Object store, int count, @Nullable Object key) {
    WarmupGets gets = gets(store);
    if (gets != null) {
      gets.countMisses(count);
      if (key != null) {
        gets.missed(key);
        absent(store, gets, key);
      }
    }
  }

  /** One of the several found its entry; counted elsewhere. */
  public static void touched(Object store, Object node) {
    WarmupGets gets = gets(store);
    if (gets != null) {
      gets.touch((WarmupNode) node);
    }
  }

  /**
   * A key of several was looked up; counted elsewhere.
   *
   * @return the result
   */
  public static @Nullable Object bulkRead(Object store, Object key, @Nullable Object result) {
    WarmupGets gets = gets(store);
    if (gets != null) {
      if (result != null) {
        gets.read(store, key);
      } else {
        gets.missed(key);
        absent(store, gets, key);
      }
    }
    return result;
  }

  /** The same as a store sees it. */
  public static void bulkResult(Object key, @Nullable Object result, Object store) {
    bulkRead(store, key, result);
  }

  /** A store with nodes looked a key of several up and may have found none. */
  public static void bulkLookup(Object key, @Nullable Object node, Object store) {
    WarmupGets gets = node == null ? gets(store) : null;
    if (gets != null) {
      gets.missed(key);
    }
  }

  /** Makes a loading function count a miss each time it is called. */
  public static Function<?, ?> counting(Function<?, ?> function, Object store) {
    WarmupGets gets = gets(store);
    return gets == null ? function : new WarmupLoad(gets, function);
  }

  /** Whether a site that asks before it counts is to count. */
  public static boolean isRecording(boolean ownStatistics, Object store) {
    return ownStatistics || gets(store) != null;
  }

  /** An entry's value is about to be replaced, under the entry's lock. */
  public static void replaced(Object node, Object store) {
    left(node, store, WarmupFates.OVERWRITTEN);
  }

  /** An entry leaves, under its lock, for this reason unless it is past its time. */
  public static void left(Object node, Object store, int fate) {
    WarmupGets gets = gets(store);
    if (gets != null && ((WarmupNode) node).warmupFlag() != 0) {
      boolean expired = ((WarmupStore) store).warmupExpired(node);
      gets.fates().end((WarmupNode) node, expired ? WarmupFates.EXPIRED : fate);
    }
  }

  /** The application is about to write, load or invalidate a key. */
  public static void writing(Object store, Object key) {
    WarmupGets gets = gets(store);
    if (gets != null && key != null) {
      gets.watch().touched(key);
      gets.forget(key, WarmupFates.OVERWRITTEN);
    }
  }

  /** The same for several keys: an iterable of them, or a map that has them. */
  public static void writingAll(Object store, @Nullable Object keys) {
    WarmupGets gets = gets(store);
    if (gets != null && keys != null) {
      Iterable<?> each = keys instanceof Map ? ((Map<?, ?>) keys).keySet() : (Iterable<?>) keys;
      for (Object key : each) {
        writing(store, key);
      }
    }
  }

  /** The application is about to load a key that it has found absent. */
  public static void loading(Object store, Object key) {
    WarmupGets gets = gets(store);
    if (gets != null && key != null) {
      gets.watch().touched(key);
      absent(store, gets, key);
    }
  }

  /**
   * Where a store's own removals cannot be seen, a warmed key that is not there any more has been
   * evicted, or has expired.
   */
  static void absent(Object store, WarmupGets gets, Object key) {
    if (!(store instanceof WarmupStore)) {
      gets.forget(key, WarmupFates.EVICTED);
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
    WarmupGets gets = gets(store);
    if (gets != null) {
      gets.watch().everything();
      gets.forgetAll();
    }
  }

  static @Nullable WarmupGets gets(Object store) {
    return store instanceof WarmupStore
        ? ((WarmupStore) store).warmupGets()
        : WarmupAttached.of(store);
  }
}
