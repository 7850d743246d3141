package io.warmup.agent.integration.caffeine;

import com.github.benmanes.caffeine.cache.LoadingCache;

/** {@code LoadingCache.refresh}, which returns nothing in 2.x and a future in 3.x. */
final class Refresh {

  private Refresh() {}

  static void of(LoadingCache<Object, Object> cache, Object key) {
    try {
      LoadingCache.class.getMethod("refresh", Object.class).invoke(cache, key);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
