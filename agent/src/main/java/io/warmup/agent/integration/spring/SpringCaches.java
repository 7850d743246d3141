package io.warmup.agent.integration.spring;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.ApplicationContext;

/**
 * The caches of every CacheManager in the context; a manager that makes caches at first use makes
 * them when asked.
 */
final class SpringCaches implements CacheSource {

  private final ApplicationContext context;
  private final List<CacheLibrary> libraries;

  SpringCaches(ApplicationContext context, List<CacheLibrary> libraries) {
    this.context = context;
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
    return managers().stream()
        .flatMap(manager -> Optional.ofNullable(manager.getCache(name)).stream())
        .map(this::target)
        .findFirst();
  }

  @Override
  public Collection<CacheTarget> caches() {
    List<CacheTarget> caches = new ArrayList<>();
    for (CacheManager manager : managers()) {
      for (String name : manager.getCacheNames()) {
        Optional.ofNullable(manager.getCache(name)).map(this::target).ifPresent(caches::add);
      }
    }
    return caches;
  }

  private Collection<CacheManager> managers() {
    return context.getBeansOfType(CacheManager.class, false, true).values();
  }

  /**
   * Through the library where it is known: its fence is exact, Spring's own interface says only "if
   * absent".
   */
  private CacheTarget target(Cache cache) {
    return libraries.stream()
        .flatMap(library -> library.named(cache.getName(), cache.getNativeCache()).stream())
        .findFirst()
        .orElseGet(() -> new SpringCacheTarget(cache));
  }
}
