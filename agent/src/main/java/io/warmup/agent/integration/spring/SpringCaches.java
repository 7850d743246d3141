package io.warmup.agent.integration.spring;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.KeyedTarget;
import io.warmup.agent.integration.ClassPath;
import io.warmup.agent.log.Log;
import io.warmup.api.Arguments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.interceptor.SimpleKeyGenerator;
import org.springframework.cache.support.NoOpCache;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.cache.RedisCache;

/**
 * The caches of every CacheManager in the context; a manager that makes caches at first use makes
 * them when asked.
 */
final class SpringCaches implements CacheSource {

  private final ApplicationContext context;
  private final List<CacheLibrary> libraries;
  private final Log log;

  SpringCaches(ApplicationContext context, List<CacheLibrary> libraries, Log log) {
    this.context = context;
    this.log = log;
    this.libraries = libraries;
  }

  /**
   * Whether the application has Spring's cache abstraction at all (it is in spring-context, but may
   * be cut out).
   */
  static boolean arePossible(ClassLoader loader) {
    return loader.getResource("org/springframework/cache/CacheManager.class") != null;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    for (CacheManager manager : managers()) {
      boolean known = manager.getCacheNames().contains(name);
      Cache cache = manager.getCache(name);
      if (cache != null) {
        if (!known) {
          doubtUnlessDeclared(name, manager);
        }
        return Optional.of(target(cache));
      }
    }
    return Optional.empty();
  }

  @Override
  public Collection<CacheTarget> caches() {
    List<CacheTarget> caches = new ArrayList<>();
    // A composite manager shows the caches of others that may be beans themselves.
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (CacheManager manager : managers()) {
      for (String name : manager.getCacheNames()) {
        Optional.ofNullable(manager.getCache(name))
            .filter(cache -> !(cache instanceof NoOpCache))
            .map(this::target)
            .filter(it -> seen.add(it.delegate()))
            .ifPresent(caches::add);
      }
    }
    return caches;
  }

  /** A manager that makes caches at first use takes a mistyped name too. */
  private void doubtUnlessDeclared(String name, CacheManager manager) {
    Set<String> declared = DeclaredCacheNames.in(context);
    if (!declared.contains(name)) {
      libraries.forEach(library -> library.caches().forEach(it -> declared.add(it.name())));
      declared.remove(name);
      log.warn(
          "cache '"
              + name
              + "' did not exist: "
              + manager.getClass().getSimpleName()
              + " has made it just now, and perhaps nobody reads it. Known are "
              + declared);
    }
  }

  private Collection<CacheManager> managers() {
    return context.getBeansOfType(CacheManager.class, false, true).values();
  }

  /**
   * Through the library where it is known: its fence is exact, Spring's own interface says only "if
   * absent".
   */
  private CacheTarget target(Cache given) {
    Cache cache = Unwrapped.of(given);
    if (cache instanceof NoOpCache) {
      throw new IllegalStateException(
          "cache '" + cache.getName() + "' keeps nothing (NoOpCache): there is nothing to warm");
    }
    Object nativeCache = Unwrapped.nativeCache(cache);
    CacheTarget target =
        libraries.stream()
            .flatMap(library -> library.named(cache.getName(), nativeCache).stream())
            .findFirst()
            .orElseGet(() -> ofSpring(cache));
    return new KeyedTarget(target, SpringCaches::key);
  }

  /** As {@code @Cacheable} makes it without a key generator of the application's. */
  private static Object key(Object named) {
    return named instanceof Arguments arguments
        ? SimpleKeyGenerator.generateKey(arguments.values().toArray())
        : named;
  }

  private static CacheTarget ofSpring(Cache cache) {
    return ClassPath.has("org/springframework/data/redis/cache/RedisCache.class")
            && cache instanceof RedisCache redis
        ? new RedisCacheTarget(redis)
        : new SpringCacheTarget(cache);
  }
}
