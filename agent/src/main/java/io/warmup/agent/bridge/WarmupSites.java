package io.warmup.agent.bridge;

import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What code inserted into a cache library calls beside the library's own statistics. Each is
 * nothing but a null check while the cache is not recorded.
 */
public final class WarmupSites {

  private WarmupSites() {}

  /** An entry was read, in a store without a field for its record; a get if that is counted. */
  public static void read(Object store, @Nullable Object key, boolean counted) {
    if (counted) {
      hits(store, 1, key);
    }
  }

  /**
   * Gets were answered, and the site has no node at hand.
   *
   * @param key null where there were several, each of which was told of
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
    if (WarmupFilling.some && key != null) {
      WarmupFilling.missed(store, key);
    }
    WarmupGets gets = gets(store);
    if (gets != null) {
      gets.countMisses(count);
      if (key != null) {
        gets.missed(key);
        absent(store, gets, key);
      }
    }
  }

  /**
   * Stands in for {@code putIfAbsent} where a framework looks a key up that way: what stood there
   * is a hit.
   */
  public static @Nullable Object lookUp(
      ConcurrentMap<Object, Object> view, Object key, Object own) {
    Object found = view.putIfAbsent(key, own);
    if (view instanceof WarmupView) {
      Object store = ((WarmupView) view).warmupStore();
      if (found == null) {
        misses(store, 1, key);
      } else {
        hits(store, 1, key);
      }
    }
    return found;
  }

  /**
   * A get begins that calls this loader if it finds nothing, and on whichever thread.
   *
   * @return calls the loader in its place
   */
  public static Function<?, ?> lookingUp(
      Object store, @Nullable Object key, Function<?, ?> loader) {
    WarmupGets gets = key == null ? null : gets(store);
    WarmupFilling filling = WarmupFilling.some && key != null ? WarmupFilling.own() : null;
    return key == null || (gets == null && filling == null)
        ? loader
        : new WarmupLookUp(store, key, loader, gets, filling);
  }

  /** One of several found its entry, which {@link #hits} counts with the others. */
  public static void touched(Object store, Object node) {
    WarmupGets gets = gets(store);
    if (gets != null) {
      gets.hitOfSeveral((WarmupNode) node);
    }
  }

  /**
   * A key of several was looked up, which {@link #hits} or {@link #misses} counts with the others.
   *
   * @return the result
   */
  public static @Nullable Object bulkRead(Object store, Object key, @Nullable Object result) {
    WarmupGets gets = gets(store);
    if (gets != null) {
      if (result != null) {
        gets.hitOfSeveral(store, key);
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

  /**
   * Where a store's own removals cannot be seen, a warmed key that is not there any more has been
   * evicted, or has expired.
   */
  static void absent(Object store, WarmupGets gets, Object key) {
    if (!(store instanceof WarmupStore)) {
      gets.keyed().forget(key, WarmupFates.EVICTED);
    }
  }

  static @Nullable WarmupGets gets(Object store) {
    return store instanceof WarmupStore
        ? ((WarmupStore) store).warmupGets()
        : WarmupAttached.of(store);
  }
}
