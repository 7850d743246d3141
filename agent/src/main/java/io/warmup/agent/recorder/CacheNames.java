package io.warmup.agent.recorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The names that some caches answer to. */
public final class CacheNames {

  private final Function<Predicate<RecordedCache>, List<RecordedCache>> alive;

  /**
   * @param alive finds some of them, oldest first; there may be ten thousand others
   */
  CacheNames(Function<Predicate<RecordedCache>, List<RecordedCache>> alive) {
    this.alive = alive;
  }

  /**
   * The caches that an application may mean by a name, likeliest first: those of its own classes,
   * then those with exactly that name, then the numbered ones, and those of an object that is kept
   * in a field of that name. Several web applications in one JVM may each have a copy of the class
   * that builds them.
   *
   * @param adapters the loader of the application's adapters, a child of its own
   */
  public List<RecordedCache> called(String name, ClassLoader adapters) {
    List<RecordedCache> called = alive.apply(cache -> cache.answersTo(name));
    called.sort(
        Comparator.comparing((RecordedCache cache) -> !cache.isBuiltBy(adapters))
            .thenComparing(cache -> !cache.name().equals(name)));
    return called;
  }

  /**
   * The caches that were built for something, as an argument on the way said, and that no framework
   * has given a name; oldest first.
   *
   * @param adapters as above
   * @return none if several places have built one for it: which of them is meant is not known
   */
  public List<RecordedCache> builtFor(String argument, ClassLoader adapters) {
    List<RecordedCache> all = builtFor(argument);
    List<RecordedCache> own = all.stream().filter(cache -> cache.isBuiltBy(adapters)).toList();
    return ofOnePlace(own.isEmpty() ? all : own);
  }

  private List<RecordedCache> builtFor(String argument) {
    return alive.apply(cache -> argument.equals(cache.builtFor()));
  }

  private static List<RecordedCache> ofOnePlace(List<RecordedCache> caches) {
    return caches.stream().map(RecordedCache::place).distinct().count() == 1 ? caches : List.of();
  }

  /**
   * The operator's name for each name that a cache is recorded under: he may know it by another one
   * that it answers to.
   *
   * @param aliases the operator's name → the name that he knows the cache by
   */
  public Map<String, String> operators(Map<String, String> aliases) {
    Map<String, String> names = new HashMap<>();
    aliases.forEach((alias, known) -> names.putIfAbsent(known, alias));
    aliases.forEach(
        (alias, known) -> meant(known).ifPresent(cache -> names.putIfAbsent(cache.name(), alias)));
    return names;
  }

  /**
   * The same, and where the operator has none, the name that a strategy means it by: a report tells
   * what a cache's warm-up took by that.
   *
   * @param strategies the names of the caches that strategies have warmed
   */
  public Map<String, String> operators(Map<String, String> aliases, Set<String> strategies) {
    Map<String, String> names = operators(aliases);
    for (String name : strategies) {
      if (!aliases.containsKey(name)) {
        meant(name).ifPresent(cache -> names.putIfAbsent(cache.name(), name));
      }
    }
    return names;
  }

  private Optional<RecordedCache> meant(String name) {
    List<RecordedCache> called = called(name, CacheNames.class.getClassLoader());
    return (called.isEmpty() ? ofOnePlace(builtFor(name)) : called).stream().findFirst();
  }

  /** What each can be found by beside its name. */
  public Map<RecordedCache, List<String>> others() {
    List<RecordedCache> caches = alive.apply(every -> true);
    Map<String, Set<Place>> builtFor =
        caches.stream()
            .filter(cache -> cache.builtFor() != null)
            .collect(
                Collectors.groupingBy(
                    RecordedCache::builtFor,
                    Collectors.mapping(RecordedCache::place, Collectors.toSet())));
    Map<RecordedCache, List<String>> others = new HashMap<>();
    for (RecordedCache cache : caches) {
      List<String> names = new ArrayList<>();
      String argument = cache.builtFor();
      if (argument != null && builtFor.get(argument).size() == 1) {
        names.add(argument);
      }
      String field = cache.place().hasSeveral() ? cache.ownersField() : null;
      if (field != null) {
        names.add(field);
      }
      others.put(cache, names);
    }
    return others;
  }
}
