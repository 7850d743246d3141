package io.warmup.agent.integration.spring;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.concurrent.ConcurrentMapCache;

/** Any Spring cache, through Spring's own interface: what it can promise is "if absent". */
final class SpringCacheTarget implements CacheTarget {

  private final Cache cache;

  SpringCacheTarget(Cache cache) {
    this.cache = cache;
  }

  @Override
  public String name() {
    return cache.getName();
  }

  @Override
  public String kind() {
    return "spring " + cache.getNativeCache().getClass().getSimpleName();
  }

  @Override
  public Object delegate() {
    return cache;
  }

  @Override
  public @Nullable Object recordedStore() {
    return cache instanceof ConcurrentMapCache ? cache : null;
  }

  @Override
  public boolean contains(Object key) {
    return cache.get(key) != null;
  }

  @Override
  public boolean supportsTtl() {
    return false;
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  @Override
  public long size() {
    return cache.getNativeCache() instanceof Map<?, ?> map ? map.size() : -1;
  }

  @Override
  public Fence fence(List<?> keys) {
    return (PutIfAbsent) (key, value, ttl) -> cache.putIfAbsent(key, value) == null;
  }
}
