package io.warmup.agent.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caches of one application by name: the file's aliases first, then each source in turn.
 * Thread-safe.
 */
public final class CacheRegistry {

  /** What stands where the name of a cache would, of a strategy that names none. */
  public static final String UNNAMED = "by the application";

  private volatile Map<String, String> aliases;
  private final Supplier<List<CacheSource>> making;
  private @Nullable List<CacheSource> made;

  /**
   * @param aliases name in the file → name a source knows
   * @param sources asked in this order; made once, when the first cache is asked for
   */
  public CacheRegistry(Map<String, String> aliases, Supplier<List<CacheSource>> sources) {
    this.aliases = Map.copyOf(aliases);
    this.making = sources;
  }

  /** Other aliases from here on. */
  public void rename(Map<String, String> newAliases) {
    aliases = Map.copyOf(newAliases);
  }

  /** The cache of that name, as it lives now. */
  public Optional<CacheTarget> find(String name) {
    String found = aliases.getOrDefault(name, name);
    return sources().stream().flatMap(source -> source.find(found).stream()).findFirst();
  }

  /** Every name by which a cache can be found now, sorted. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (CacheTarget cache : caches()) {
      names.add(cache.name());
    }
    aliases.forEach(
        (alias, name) -> {
          if (names.contains(name)) {
            names.add(alias);
          }
        });
    return names;
  }

  /** The operator's own names for a cache, sorted. */
  public List<String> aliasesOf(String name) {
    return aliases.entrySet().stream()
        .filter(alias -> alias.getValue().equals(name))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The caches that exist now, each once per source. */
  public Collection<CacheTarget> caches() {
    return sources().stream().flatMap(source -> source.caches().stream()).toList();
  }

  private synchronized List<CacheSource> sources() {
    List<CacheSource> sources = made == null ? List.copyOf(making.get()) : made;
    made = sources;
    return sources;
  }
}
