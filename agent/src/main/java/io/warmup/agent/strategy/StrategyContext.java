package io.warmup.agent.strategy;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.lifecycle.Application;
import io.warmup.api.Settings;
import io.warmup.api.WarmupContext;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one strategy sees of its application. */
record StrategyContext(Application application, CacheRegistry caches, Settings settings)
    implements WarmupContext {

  @Override
  public <T> T bean(Class<T> type) {
    return application.beans().get(type);
  }

  @Override
  public <T> T bean(String name, Class<T> type) {
    return application.beans().get(name, type);
  }

  @Override
  public <T> Optional<T> findBean(Class<T> type) {
    return application.beans().find(type);
  }

  @Override
  public <C> C cache(String name, Class<C> type) {
    Object cache =
        caches
            .find(name)
            .map(CacheTarget::delegate)
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        "no cache is named '" + name + "'; there are " + caches.names()));
    if (!type.isInstance(cache)) {
      throw new NoSuchElementException(
          "cache '" + name + "' is a " + cache.getClass().getName() + ", not a " + type.getName());
    }
    return type.cast(cache);
  }

  @Override
  public Set<String> cacheNames() {
    return new TreeSet<>(caches.names());
  }

  @Override
  public ClassLoader classLoader() {
    return application.classLoader();
  }
}
