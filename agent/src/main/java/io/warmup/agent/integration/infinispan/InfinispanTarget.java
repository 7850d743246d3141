package io.warmup.agent.integration.infinispan;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;

/** An embedded cache to warm: "if absent", with a time to live. */
final class InfinispanTarget implements CacheTarget {

  /** The caches that managers give away whose gets are recorded; one with security is another. */
  private static final Set<String> TELLING =
      Set.of("org.infinispan.cache.impl.EncoderCache", "org.infinispan.cache.impl.SimpleCacheImpl");

  private final Cache<Object, Object> cache;

  @SuppressWarnings("unchecked")
  InfinispanTarget(Cache<?, ?> cache) {
    this.cache = (Cache<Object, Object>) cache;
  }

  @Override
  public String name() {
    return cache.getName();
  }

  @Override
  public String kind() {
    return "infinispan";
  }

  @Override
  public Object delegate() {
    return cache;
  }

  @Override
  public @Nullable Object recordedStore() {
    return TELLING.contains(cache.getClass().getName()) ? cache : null;
  }

  @Override
  public boolean contains(Object key) {
    return cache.containsKey(key);
  }

  @Override
  public boolean supportsTtl() {
    return true;
  }

  @Override
  public @Nullable Duration expiryAfterWrite() {
    long millis = cache.getCacheConfiguration().expiration().lifespan();
    return millis <= 0 ? null : Duration.ofMillis(millis);
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  /** In a cluster it would be counted on every member. */
  @Override
  public long size() {
    boolean isLocal = !cache.getCacheConfiguration().clustering().cacheMode().isClustered();
    return isLocal ? cache.size() : -1;
  }

  @Override
  public Fence fence(List<?> keys) {
    return (PutIfAbsent) this::putIfAbsent;
  }

  private boolean putIfAbsent(Object key, Object value, @Nullable Duration ttl) {
    Object present =
        ttl == null
            ? cache.putIfAbsent(key, value)
            : cache.putIfAbsent(key, value, Math.max(1, ttl.toMillis()), TimeUnit.MILLISECONDS);
    return present == null;
  }
}
