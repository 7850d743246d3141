package io.warmup.agent.integration.caffeine;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import io.warmup.agent.recorder.RecordedCache;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A synchronous cache of which no more is known than its store, since it was built before the agent
 * came: a map, which is what the cache's own {@code asMap()} gives.
 */
final class MetStore implements CacheTarget {

  private final String name;
  private final RecordedCache recorded;
  private final WeakReference<ConcurrentMap<Object, Object>> store;

  private MetStore(String name, RecordedCache recorded, ConcurrentMap<Object, Object> store) {
    this.name = name;
    this.recorded = recorded;
    this.store = new WeakReference<>(store);
  }

  /** Null if the store is an asynchronous cache's, which holds futures, or cannot tell. */
  static @Nullable CacheTarget of(String name, RecordedCache recorded, ConcurrentMap<?, ?> store) {
    if (isAsynchronous(store)) {
      return null;
    }
    @SuppressWarnings("unchecked")
    ConcurrentMap<Object, Object> map = (ConcurrentMap<Object, Object>) store;
    return new MetStore(name, recorded, map);
  }

  /** {@code isAsync} of both stores in 3.x; in 2.9 the bounded one alone has it. */
  private static boolean isAsynchronous(ConcurrentMap<?, ?> store) {
    for (Class<?> type = store.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field own = type.getDeclaredField("isAsync");
        own.setAccessible(true);
        return own.getBoolean(store);
      } catch (NoSuchFieldException e) {
        // It is a superclass's.
      } catch (IllegalAccessException | RuntimeException e) {
        return true;
      }
    }
    return true;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return "caffeine, built before the agent came";
  }

  @Override
  public Object delegate() {
    return map();
  }

  @Override
  public boolean contains(Object key) {
    return map().containsKey(key);
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
  public Fence fence(List<?> keys) {
    ConcurrentMap<Object, Object> map = map();
    return (PutIfAbsent)
        (key, value, ttl) -> {
          boolean put = map.putIfAbsent(key, value) == null;
          if (put) {
            recorded.record().keyed().warmed(key);
          }
          return put;
        };
  }

  @Override
  public long size() {
    return map().size();
  }

  private ConcurrentMap<Object, Object> map() {
    ConcurrentMap<Object, Object> alive = store.get();
    if (alive == null) {
      throw new IllegalStateException("cache " + name + " is gone: the application let go of it");
    }
    return alive;
  }
}
