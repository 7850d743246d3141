package io.warmup.agent;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The libraries whose caches have managers. Which of them the application has is looked up once a
 * manager was made, or a framework shows a cache that may be theirs: for each that it has not, that
 * goes through all of its jars.
 */
final class ManagedLibraries implements CacheLibrary {

  private final CacheHolders managers;
  private final Supplier<List<CacheLibrary>> adapters;
  private volatile @Nullable List<CacheLibrary> made;

  /**
   * @param managers made so far
   * @param adapters of the libraries that the application has
   */
  ManagedLibraries(CacheHolders managers, Supplier<List<CacheLibrary>> adapters) {
    this.managers = managers;
    this.adapters = adapters;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    return libraries().stream().flatMap(library -> library.find(name).stream()).findFirst();
  }

  @Override
  public Collection<CacheTarget> caches() {
    return libraries().stream().flatMap(library -> library.caches().stream()).toList();
  }

  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    boolean jdks = nativeCache.getClass().getClassLoader() == null;
    return (jdks ? List.<CacheLibrary>of() : lookedUp())
        .stream().flatMap(library -> library.named(name, nativeCache).stream()).findFirst();
  }

  @Override
  public Optional<CacheTarget> builtFor(String argument) {
    return libraries().stream().flatMap(library -> library.builtFor(argument).stream()).findFirst();
  }

  private List<CacheLibrary> libraries() {
    return managers.isEmpty() ? List.of() : lookedUp();
  }

  private List<CacheLibrary> lookedUp() {
    List<CacheLibrary> known = made;
    if (known == null) {
      known = List.copyOf(adapters.get());
      made = known;
    }
    return known;
  }
}
