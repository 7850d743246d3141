package io.warmup.agent;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Caches by what the application has built each for, unless a framework has one of that name: an
 * application may well keep a cache of its own in front of that.
 */
final class CachesByArgument implements CacheSource {

  private final List<CacheLibrary> libraries;
  private final List<CacheSource> frameworks;

  /**
   * @param libraries that the caches are built with
   * @param frameworks asked for the caches they have, and not to make one of the name
   */
  CachesByArgument(List<CacheLibrary> libraries, List<CacheSource> frameworks) {
    this.libraries = List.copyOf(libraries);
    this.frameworks = List.copyOf(frameworks);
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    for (CacheSource framework : frameworks) {
      if (framework.caches().stream().anyMatch(cache -> cache.name().equals(name))) {
        return Optional.empty();
      }
    }
    return libraries.stream().flatMap(library -> library.builtFor(name).stream()).findFirst();
  }

  /** Listed by their libraries already. */
  @Override
  public Collection<CacheTarget> caches() {
    return List.of();
  }
}
