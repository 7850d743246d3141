package io.warmup.agent.integration.ehcache;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.ehcache.core.InternalCache;

/** An Ehcache to warm: it knows one expiry for all entries, and "if absent". */
final class EhcacheTarget implements CacheTarget {

  private final String name;
  private final InternalCache<Object, Object> cache;

  private EhcacheTarget(String name, InternalCache<Object, Object> cache) {
    this.name = name;
    this.cache = cache;
  }

  /** Empty if that is not an Ehcache, or not there any more. */
  static Optional<EhcacheTarget> of(String name, Object cache) {
    return cache instanceof InternalCache<?, ?>
        ? Optional.of(new EhcacheTarget(name, untyped(cache)))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked")
  private static InternalCache<Object, Object> untyped(Object cache) {
    return (InternalCache<Object, Object>) cache;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return "ehcache";
  }

  @Override
  public Object delegate() {
    return cache;
  }

  @Override
  public Object recordedStore() {
    return cache;
  }

  @Override
  public BiPredicate<Object, Object> stillHolds() {
    return (store, key) -> untyped(store).containsKey(key);
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

  /** Guarded as {@link #warmable} is. */
  @Override
  public Fence fence(List<?> keys) {
    warmable();
    return (PutIfAbsent) (key, value, ttl) -> cache.putIfAbsent(key, value) == null;
  }

  /**
   * This.
   *
   * @throws IllegalStateException if what is put into the cache goes on to the source: a warm-up
   *     must not write there
   */
  EhcacheTarget warmable() {
    if (cache.getCacheLoaderWriter() != null) {
      throw new IllegalStateException(
          "cache '"
              + name
              + "' has a CacheLoaderWriter: what is put into it would be written to its source, so"
              + " it is not warmed; a strategy that calls the application, which gets from the"
              + " cache, warms it");
    }
    return this;
  }
}
