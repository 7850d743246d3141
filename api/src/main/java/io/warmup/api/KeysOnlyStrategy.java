package io.warmup.api;

import org.jspecify.annotations.Nullable;

/**
 * Policy for a cache with a loader of its own (a {@code LoadingCache}, a JCache that reads
 * through): it says which keys, and the cache's loader brings their values, in bulk where it can.
 *
 * <p>A run on a cache without such a loader ends as failed before anything is loaded.
 *
 * @param <K> the cache's key type
 * @param <V> the cache's value type
 */
public interface KeysOnlyStrategy<K, V> extends CacheWarmupStrategy<K, V> {

  /**
   * Never called: the cache's own loader is.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  default @Nullable V loadData(K key) {
    throw new UnsupportedOperationException("the cache's own loader loads, not " + getName());
  }
}
