package io.warmup.agent.integration.jcache;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.util.List;
import javax.cache.Cache;

/**
 * A JCache to warm, with what its interface can promise: "if absent", and its own expiry policy.
 */
final class JCacheTarget implements CacheTarget {

  private final Cache<Object, Object> cache;

  JCacheTarget(Cache<Object, Object> cache) {
    this.cache = cache;
  }

  @Override
  public String name() {
    return cache.getName();
  }

  @Override
  public String kind() {
    return "jcache " + cache.getClass().getSimpleName();
  }

  @Override
  public Object delegate() {
    return cache;
  }

  @Override
  public boolean contains(Object key) {
    return cache.containsKey(key);
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
    return -1;
  }

  @Override
  public Fence fence(List<?> keys) {
    return (PutIfAbsent) (key, value, ttl) -> cache.putIfAbsent(key, value);
  }
}
