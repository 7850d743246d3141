package io.warmup.agent.integration.guava;

import com.google.common.cache.Cache;
import com.google.common.cache.LoadingCache;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.recorder.RecordedCache;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A Guava cache to warm. It has no expiry per entry, and its writes cannot be fenced under its own
 * locks: an entry that is there is kept.
 */
final class GuavaTarget implements CacheTarget {

  private final RecordedCache recorded;
  private final String kind;
  private final WeakReference<Cache<Object, Object>> cache;

  GuavaTarget(RecordedCache recorded, Cache<?, ?> cache) {
    this.recorded = recorded;
    this.kind = cache instanceof LoadingCache ? "guava loading" : "guava";
    @SuppressWarnings("unchecked")
    Cache<Object, Object> untyped = (Cache<Object, Object>) cache;
    this.cache = new WeakReference<>(untyped);
  }

  @Override
  public String name() {
    return recorded.name();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Object delegate() {
    return alive();
  }

  @Override
  public boolean contains(Object key) {
    return entries().containsKey(key);
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
  public @Nullable ValueLoader ownLoader() {
    return cache.get() instanceof LoadingCache<?, ?> loading ? OwnLoader.of(loading) : null;
  }

  @Override
  public long size() {
    return alive().size();
  }

  @Override
  public Fence fence(List<?> keys) {
    return (PutIfAbsent)
        (key, value, ttl) -> {
          boolean put = entries().putIfAbsent(key, value) == null;
          if (put) {
            recorded.record().keyed().warmed(key);
          }
          return put;
        };
  }

  private ConcurrentMap<Object, Object> entries() {
    return alive().asMap();
  }

  private Cache<Object, Object> alive() {
    Cache<Object, Object> alive = cache.get();
    if (alive == null) {
      throw new IllegalStateException(
          "cache " + recorded.name() + " is gone: the application let go of it");
    }
    return alive;
  }
}
