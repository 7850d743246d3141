package io.warmup.agent.control;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.control.Status.CacheStatus;
import io.warmup.agent.recorder.RecordedCache;
import io.warmup.agent.recorder.Recorder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The caches that can be warmed: one that several sources know is one cache of several names. */
final class CacheStatuses {

  private final Recorder recorder;

  CacheStatuses(Recorder recorder) {
    this.recorder = recorder;
  }

  List<CacheStatus> of(@Nullable CacheRegistry registry) {
    if (registry == null) {
      return List.of();
    }
    Map<String, CacheStatus> statuses = new LinkedHashMap<>();
    Map<Object, String> seen = new IdentityHashMap<>();
    Map<Object, RecordedCache> recorded = recorded();
    Map<RecordedCache, List<String>> otherNames = recorder.names().others();
    for (CacheTarget cache : caches(registry)) {
      try {
        if (seen.putIfAbsent(cache.delegate(), cache.name()) == null) {
          RecordedCache record = recorded.get(cache.delegate());
          List<String> others =
              record == null ? List.of() : otherNames.getOrDefault(record, List.of());
          statuses.put(cache.name(), of(cache, names(cache, others, registry), record));
        }
      } catch (RuntimeException gone) {
        // The application let go of it between the listing and the asking.
      }
    }
    return List.copyOf(statuses.values());
  }

  /** None while a framework's container closes: it answers no more. */
  private static Collection<CacheTarget> caches(CacheRegistry registry) {
    try {
      return registry.caches();
    } catch (RuntimeException closing) {
      return List.of();
    }
  }

  /** By the cache: an application may have thousands, each of them looked up here. */
  private Map<Object, RecordedCache> recorded() {
    Map<Object, RecordedCache> recorded = new IdentityHashMap<>();
    for (RecordedCache one : recorder.caches()) {
      Object cache = one.cache();
      if (cache != null) {
        recorded.put(cache, one);
      }
    }
    return recorded;
  }

  /** The operator's own first. */
  private static List<String> names(
      CacheTarget cache, List<String> others, CacheRegistry registry) {
    List<String> known = new ArrayList<>(List.of(cache.name()));
    known.addAll(others);
    List<String> names = new ArrayList<>();
    known.forEach(name -> names.addAll(registry.aliasesOf(name)));
    names.addAll(known);
    return List.copyOf(names);
  }

  private static CacheStatus of(
      CacheTarget cache, List<String> names, @Nullable RecordedCache recorded) {
    long size = cache.size();
    return new CacheStatus(
        names, cache.kind(), size < 0 ? null : size, recorded == null ? null : recorded.builtAt());
  }
}
