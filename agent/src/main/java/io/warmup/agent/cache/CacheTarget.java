package io.warmup.agent.cache;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One live cache of the application, as something to warm. Implementations are thread-safe, never
 * load through the cache's own loader unless told to, and hold the cache no longer than the
 * application does.
 */
public interface CacheTarget {

  /** The name strategies, reports and operators know the cache by. */
  String name();

  /** What it is, for people: {@code caffeine}, {@code spring-caffeine}, {@code redis} … */
  String kind();

  /** The application's own cache object. */
  Object delegate();

  /** Whether the cache holds a live value for the key now. Never loads, never counts as a get. */
  boolean contains(Object key);

  /** Whether {@link Fence#put} can honour a time to live per entry. */
  boolean supportsTtl();

  /**
   * Starts watching these keys: call it before their values are loaded, and close it when they are
   * put.
   *
   * <p>What the application itself writes, loads or invalidates under one of the keys from here on
   * wins over what is put through the fence.
   *
   * @param keys the keys of one batch
   */
  Fence fence(List<?> keys);

  /** How far {@link #fence} can be trusted on this kind of cache. */
  default FenceStrength fenceStrength() {
    return FenceStrength.EXACT;
  }

  /**
   * The object whose gets the agent's own hooks tell of, where the library's adapter does not
   * record by itself what it puts.
   *
   * @return null: it does, or nothing of this cache's get path is seen
   */
  default @Nullable Object recordedStore() {
    return null;
  }

  /**
   * Looks whether the {@link #recordedStore} holds a key still: asked, when what was seen is summed
   * up, for warmed keys that nobody has read. Refers to no cache by itself.
   *
   * @return null: a look would count as a get, keep the entry alive, or cost a round trip
   */
  default @Nullable BiPredicate<Object, Object> stillHolds() {
    return null;
  }

  /**
   * Entries the warm-up put that were evicted before anybody read them, since they are counted; 0
   * where they are not.
   */
  default long evictedUnread() {
    return 0;
  }

  /**
   * How long after its write an entry expires, where the cache has one time for all of them.
   *
   * @return null: it has none, each entry has its own, or it cannot tell
   */
  default @Nullable Duration expiryAfterWrite() {
    return null;
  }

  /**
   * Compares keys left cold with warmed ones.
   *
   * @return null: the cache's gets are not seen key by key, so that leaving keys cold would teach
   *     nothing
   */
  default @Nullable Trial trial() {
    return null;
  }

  /**
   * The loader the application gave the cache, for strategies of keys alone.
   *
   * @return null: it has none, or does not show it
   */
  default @Nullable ValueLoader ownLoader() {
    return null;
  }

  /** Whether other instances of the application see the same entries. */
  default boolean isShared() {
    return false;
  }

  /**
   * Watches loads that fill caches themselves, as calls of the application do.
   *
   * @param calls the strategy's own loads
   * @return what loads in their place, giving values for the fence alone; null: values are loaded
   *     to be put
   */
  default @Nullable ValueLoader watching(ValueLoader calls) {
    return null;
  }

  /** Entries held now, as far as the cache knows; -1 if it cannot tell. */
  long size();
}
