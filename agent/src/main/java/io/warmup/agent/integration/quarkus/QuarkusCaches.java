package io.warmup.agent.integration.quarkus;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.cache.CompositeCacheKey;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.KeyedTarget;
import io.warmup.agent.integration.ClassPath;
import io.warmup.api.Arguments;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The caches of Quarkus's own CacheManager, which has made all of them when the application starts:
 * those of {@code @CacheResult} methods and those that are used by hand.
 */
final class QuarkusCaches implements CacheSource {

  private final CacheManager manager;
  private final List<CacheLibrary> libraries;

  QuarkusCaches(CacheManager manager, List<CacheLibrary> libraries) {
    this.manager = manager;
    this.libraries = List.copyOf(libraries);
  }

  /** Whether the application has the extension. */
  static boolean arePossible(ClassLoader loader) {
    return loader.getResource("io/quarkus/cache/CacheManager.class") != null;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    return manager
        .getCache(name)
        .map(
            cache ->
                target(cache)
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "cache '"
                                    + name
                                    + "' is a "
                                    + cache.getClass().getSimpleName()
                                    + " of Quarkus, which cannot be warmed")));
  }

  @Override
  public Collection<CacheTarget> caches() {
    return manager.getCacheNames().stream()
        .flatMap(name -> manager.getCache(name).stream())
        .flatMap(cache -> target(cache).stream())
        .toList();
  }

  private Optional<CacheTarget> target(Cache cache) {
    return backend(cache).map(target -> new KeyedTarget(target, named -> key(cache, named)));
  }

  private Optional<CacheTarget> backend(Cache cache) {
    if (cache instanceof CaffeineCache) {
      Object nativeCache = nativeCache(cache);
      return libraries.stream()
          .flatMap(library -> library.named(cache.getName(), nativeCache).stream())
          .findFirst();
    }
    return ClassPath.has("io/quarkus/cache/redis/runtime/RedisCache.class")
        ? RedisBackend.of(cache)
        : Optional.empty();
  }

  /** As {@code CacheInterceptor.getCacheKey} makes it (2.16 to 3.37). */
  private static Object key(Cache cache, Object named) {
    if (!(named instanceof Arguments arguments)) {
      return named;
    }
    Object[] values = arguments.values().toArray();
    return switch (values.length) {
      case 0 -> cache.getDefaultKey();
      case 1 -> values[0];
      default -> new CompositeCacheKey(values);
    };
  }

  /**
   * {@code CaffeineCacheImpl.cache} (2.16 to 3.37), an {@code AsyncCache}. By reflection, as an
   * exception here: Quarkus's own interface cannot put a value only where the application has not
   * been first.
   */
  private static Object nativeCache(Cache cache) {
    try {
      Field field = cache.getClass().getDeclaredField("cache");
      field.setAccessible(true);
      return field.get(cache);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "cache '" + cache.getName() + "' does not show the Caffeine cache that it is: " + e, e);
    }
  }
}
