package io.warmup.agent.integration.jcache;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;

/** The caches of every open CacheManager that the application has made, by their own names. */
public final class JCacheCaches implements CacheLibrary {

  private final CacheHolders holders;

  /**
   * @param holders has the application's cache managers
   */
  public JCacheCaches(CacheHolders holders) {
    this.holders = holders;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    return targets().stream()
        .filter(cache -> cache.name().equals(name))
        .findFirst()
        .map(JCacheTarget::warmable);
  }

  @Override
  public Collection<CacheTarget> caches() {
    return List.copyOf(targets());
  }

  private List<JCacheTarget> targets() {
    List<JCacheTarget> caches = new ArrayList<>();
    for (CacheManager manager : holders.of(CacheManager.class)) {
      if (!manager.isClosed()) {
        for (String name : manager.getCacheNames()) {
          Cache<Object, Object> cache = untyped(manager, name);
          if (cache != null && !cache.isClosed()) {
            caches.add(new JCacheTarget(cache));
          }
        }
      }
    }
    return caches;
  }

  /** A framework gives null a value of its own, which a warm-up never puts. */
  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    return nativeCache instanceof Cache<?, ?> cache
        ? Optional.of(new JCacheTarget(untyped(cache)))
        : Optional.empty();
  }

  /**
   * JCache 1.1 gives a typed cache to whoever does not say a type. Redisson still refuses it, as
   * JCache 1.0 did: there the caches themselves have been noticed.
   */
  private @Nullable Cache<Object, Object> untyped(CacheManager manager, String name) {
    try {
      return manager.getCache(name);
    } catch (IllegalArgumentException typed) {
      for (Cache<?, ?> cache : holders.of(Cache.class)) {
        if (!cache.isClosed()
            && cache.getCacheManager() == manager
            && cache.getName().equals(name)) {
          return untyped(cache);
        }
      }
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private static Cache<Object, Object> untyped(Cache<?, ?> cache) {
    return (Cache<Object, Object>) cache;
  }
}
