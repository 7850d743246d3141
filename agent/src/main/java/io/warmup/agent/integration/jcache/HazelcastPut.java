package io.warmup.agent.integration.jcache;

import com.hazelcast.cache.ICache;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.expiry.CreatedExpiryPolicy;

/**
 * Puts into a JCache of Hazelcast's, which alone of the providers lets an entry have a time to live
 * of its own: {@code ICache.putIfAbsent(K, V, ExpiryPolicy)}, 5.1 to 5.7.
 */
final class HazelcastPut {

  private static final Set<String> CACHES =
      Set.of(
          "com.hazelcast.cache.impl.CacheProxy",
          "com.hazelcast.client.cache.impl.ClientCacheProxy",
          "com.hazelcast.client.cache.impl.nearcache.NearCachedClientCacheProxy");

  private HazelcastPut() {}

  /** Asks nothing of Hazelcast's classes, which may not be there. */
  static boolean isPossible(Cache<?, ?> cache) {
    return CACHES.contains(cache.getClass().getName());
  }

  /** The time counts from now, whatever the application does with the entry. */
  static boolean putIfAbsent(Cache<Object, Object> cache, Object key, Object value, Duration ttl) {
    javax.cache.expiry.Duration life =
        new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, Math.max(1, ttl.toMillis()));
    ICache<Object, Object> hazelcasts = (ICache<Object, Object>) cache;
    return hazelcasts.putIfAbsent(key, value, new CreatedExpiryPolicy(life));
  }
}
