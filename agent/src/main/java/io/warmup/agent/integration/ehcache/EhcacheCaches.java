package io.warmup.agent.integration.ehcache;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.integration.jcache.BelowJCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ehcache.CacheManager;
import org.ehcache.Status;
import org.ehcache.config.CacheConfiguration;

/** The caches of every Ehcache manager that is available, by their aliases. */
public final class EhcacheCaches implements CacheLibrary {

  private final CacheHolders holders;

  /**
   * @param holders has the application's cache managers
   */
  public EhcacheCaches(CacheHolders holders) {
    this.holders = holders;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    return targets().stream()
        .filter(cache -> cache.name().equals(name))
        .findFirst()
        .map(EhcacheTarget::warmable);
  }

  @Override
  public Collection<CacheTarget> caches() {
    return List.copyOf(targets());
  }

  private List<EhcacheTarget> targets() {
    List<EhcacheTarget> caches = new ArrayList<>();
    for (CacheManager manager : BelowJCache.own(holders, CacheManager.class)) {
      if (manager.getStatus() == Status.AVAILABLE) {
        manager
            .getRuntimeConfiguration()
            .getCacheConfigurations()
            .forEach(
                (alias, configuration) ->
                    EhcacheTarget.of(alias, cache(manager, alias, configuration))
                        .ifPresent(caches::add));
      }
    }
    return caches;
  }

  private static Object cache(
      CacheManager manager, String alias, CacheConfiguration<?, ?> configuration) {
    return manager.getCache(alias, configuration.getKeyType(), configuration.getValueType());
  }

  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    return EhcacheTarget.of(name, nativeCache).map(cache -> cache);
  }
}
