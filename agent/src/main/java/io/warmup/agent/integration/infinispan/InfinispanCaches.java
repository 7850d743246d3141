package io.warmup.agent.integration.infinispan;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.integration.jcache.BelowJCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.infinispan.Cache;
import org.infinispan.manager.EmbeddedCacheManager;

/** The caches of every embedded Infinispan manager that runs. */
public final class InfinispanCaches implements CacheLibrary {

  private final CacheHolders holders;

  /**
   * @param holders has the application's cache managers
   */
  public InfinispanCaches(CacheHolders holders) {
    this.holders = holders;
  }

  /** A cache that is defined starts now, if it has not yet. */
  @Override
  public Optional<CacheTarget> find(String name) {
    for (EmbeddedCacheManager manager : managers()) {
      if (manager.getCacheNames().contains(name)) {
        return Optional.of(new InfinispanTarget(manager.getCache(name)));
      }
    }
    return Optional.empty();
  }

  @Override
  public Collection<CacheTarget> caches() {
    List<CacheTarget> running = new ArrayList<>();
    for (EmbeddedCacheManager manager : managers()) {
      for (String name : manager.getCacheNames()) {
        if (manager.isRunning(name)) {
          Cache<?, ?> cache = manager.getCache(name);
          // A manager may be seen under several of its faces.
          if (running.stream().noneMatch(known -> known.delegate() == cache)) {
            running.add(new InfinispanTarget(cache));
          }
        }
      }
    }
    return running;
  }

  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    return nativeCache instanceof Cache<?, ?> cache
        ? Optional.of(new InfinispanTarget(cache))
        : Optional.empty();
  }

  private List<EmbeddedCacheManager> managers() {
    return BelowJCache.own(holders, EmbeddedCacheManager.class).stream()
        .filter(manager -> manager.getStatus().allowInvocations())
        .toList();
  }
}
