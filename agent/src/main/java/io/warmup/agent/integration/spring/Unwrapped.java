package io.warmup.agent.integration.spring;

import com.github.benmanes.caffeine.cache.AsyncCache;
import org.springframework.cache.Cache;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.transaction.TransactionAwareCacheDecorator;

/** Looks through what Spring puts around a cache. */
final class Unwrapped {

  // Looked for once: each look at what is not there goes through all of the application's jars.
  private static final boolean HAS_TRANSACTIONS =
      has("org/springframework/cache/transaction/TransactionAwareCacheDecorator.class");
  private static final boolean HAS_CAFFEINE =
      has("org/springframework/cache/caffeine/CaffeineCache.class")
          && has("com/github/benmanes/caffeine/cache/AsyncCache.class");

  private Unwrapped() {}

  /** The cache that a decorator delays writes to until a transaction commits: ours has none. */
  static Cache of(Cache cache) {
    return HAS_TRANSACTIONS ? Decorated.of(cache) : cache;
  }

  /** The library's cache, as the library itself knows it. */
  static Object nativeCache(Cache cache) {
    return HAS_CAFFEINE ? OfCaffeine.of(cache) : cache.getNativeCache();
  }

  private static boolean has(String classFile) {
    return Unwrapped.class.getClassLoader().getResource(classFile) != null;
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
