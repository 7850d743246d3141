package io.warmup.agent.integration.spring;

import io.warmup.agent.bridge.WarmupKeyspace;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.data.redis.cache.RedisCache;
import org.springframework.data.redis.cache.RedisCacheConfiguration;

/**
 * Spring's own cache in Redis: its keys, its serializers, {@code SET NX PX} with a time to live of
 * the warm-up's.
 */
final class RedisCacheTarget implements CacheTarget {

  private final RedisCache cache;

  RedisCacheTarget(RedisCache cache) {
    this.cache = cache;
  }

  @Override
  public String name() {
    return cache.getName();
  }

  @Override
  public String kind() {
    return "spring redis";
  }

  @Override
  public Object delegate() {
    return cache;
  }

  /** Null where the file lists the same keys under {@code redis-caches}: a look-up counts there. */
  @Override
  public @Nullable Object recordedStore() {
    String prefix = cache.getCacheConfiguration().getKeyPrefixFor(cache.getName());
    boolean listed = WarmupKeyspace.owner(prefix.getBytes(StandardCharsets.UTF_8)) != null;
    return listed ? null : cache;
  }

  @Override
  public boolean contains(Object key) {
    return cache.get(key) != null;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean supportsTtl() {
    return true;
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
    return (PutIfAbsent) (key, value, ttl) -> withTtl(ttl).putIfAbsent(key, value) == null;
  }

  private Cache withTtl(@Nullable Duration ttl) {
    return ttl == null ? cache : new Timed(cache, ttl);
  }

  /** The same cache as the application has it, but for the life of its entries. */
  private static final class Timed extends RedisCache {

    Timed(RedisCache cache, Duration ttl) {
      super(cache.getName(), cache.getNativeCache(), withTtl(cache.getCacheConfiguration(), ttl));
    }

    private static RedisCacheConfiguration withTtl(
        RedisCacheConfiguration configuration, Duration ttl) {
      return configuration.entryTtl(ttl);
    }
  }
}
