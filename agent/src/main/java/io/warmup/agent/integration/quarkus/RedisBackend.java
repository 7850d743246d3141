package io.warmup.agent.integration.quarkus;

import io.quarkus.cache.Cache;
import io.quarkus.cache.redis.runtime.RedisCache;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.util.List;
import java.util.Optional;

/**
 * A Quarkus cache in Redis: its prefix, its codecs, its time to live. Its interface has no {@code
 * SET NX}: that there is no entry is asked first, and whoever writes one in the millisecond between
 * loses it.
 */
final class RedisBackend implements CacheTarget {

  private final RedisCache cache;

  private RedisBackend(RedisCache cache) {
    this.cache = cache;
  }

  static boolean isPossible(ClassLoader loader) {
    return loader.getResource("io/quarkus/cache/redis/runtime/RedisCache.class") != null;
  }

  /** Empty if the cache has another backend. */
  static Optional<CacheTarget> of(Cache cache) {
    return cache instanceof RedisCache redis
        ? Optional.of(new RedisBackend(redis))
        : Optional.empty();
  }

  @Override
  public String name() {
    return cache.getName();
  }

  @Override
  public String kind() {
    return "quarkus redis";
  }

  @Override
  public Object delegate() {
    return cache;
  }

  @Override
  public boolean contains(Object key) {
    return cache.getOrNull(key).await().indefinitely() != null;
  }

  /** One for the whole cache, {@code expire-after-write}. */
  @Override
  public boolean supportsTtl() {
    return false;
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  /** Not counted: that takes a scan over all keys of the server. */
  @Override
  public long size() {
    return -1;
  }

  @Override
  public Fence fence(List<?> keys) {
    return (PutIfAbsent)
        (key, value, ttl) -> {
          boolean absent = !contains(key);
          if (absent) {
            cache.put(key, value).await().indefinitely();
          }
          return absent;
        };
  }
}
