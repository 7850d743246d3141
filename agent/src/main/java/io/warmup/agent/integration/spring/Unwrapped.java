package io.warmup.agent.integration.spring;

import com.github.benmanes.caffeine.cache.AsyncCache;
import io.warmup.agent.integration.ClassPath;
import org.springframework.cache.Cache;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.transaction.TransactionAwareCacheDecorator;

/** Looks through what Spring puts around a cache. */
final class Unwrapped {

  private Unwrapped() {}

  /** The cache that a decorator delays writes to until a transaction commits: ours has none. */
  static Cache of(Cache cache) {
    return ClassPath.has(
            "org/springframework/cache/transaction/TransactionAwareCacheDecorator.class")
        ? Decorated.of(cache)
        : cache;
  }

  /** The library's cache, as the library itself knows it. */
  static Object nativeCache(Cache cache) {
    return ClassPath.has("org/springframework/cache/caffeine/CaffeineCache.class")
            && ClassPath.has("com/github/benmanes/caffeine/cache/AsyncCache.class")
        ? OfCaffeine.of(cache)
        : cache.getNativeCache();
  }

  /** In spring-context-support, which need not be there. */
  private static final class Decorated {

    static Cache of(Cache cache) {
      Cache inner = cache;
      while (inner instanceof TransactionAwareCacheDecorator decorator) {
        inner = decorator.getTargetCache();
      }
      return inner;
    }
  }

  /** In asynchronous mode (Spring 6.1) the native cache is a view that nobody has built. */
  private static final class OfCaffeine {

    static Object of(Cache cache) {
      if (!(cache instanceof CaffeineCache caffeine)) {
        return cache.getNativeCache();
      }
      try {
        AsyncCache<Object, Object> async = caffeine.getAsyncCache();
        return async;
      } catch (IllegalStateException | NoSuchMethodError synchronous) {
        return caffeine.getNativeCache();
      }
    }
  }
}
