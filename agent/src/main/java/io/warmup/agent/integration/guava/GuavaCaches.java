package io.warmup.agent.integration.guava;

import com.google.common.cache.Cache;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.recorder.RecordedCache;
import io.warmup.agent.recorder.Recorder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The Guava caches that one application has built, by the names of their build sites. */
public final class GuavaCaches implements CacheLibrary {

  private final Recorder recorder;

  /** Of all caches the recorder knows, those of this class loader's copy of Guava. */
  public GuavaCaches(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    return targets(recorder.names().called(name, getClass().getClassLoader())).stream().findFirst();
  }

  @Override
  public Optional<CacheTarget> builtFor(String argument) {
    return targets(recorder.names().builtFor(argument, getClass().getClassLoader())).stream()
        .findFirst();
  }

  @Override
  public Collection<CacheTarget> caches() {
    return targets(recorder.caches());
  }

  private static List<CacheTarget> targets(List<RecordedCache> caches) {
    List<CacheTarget> targets = new ArrayList<>();
    for (RecordedCache recorded : caches) {
      if (recorded.cache() instanceof Cache<?, ?> cache) {
        targets.add(new GuavaTarget(recorded, cache));
      }
    }
    return targets;
  }

  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    if (!(nativeCache instanceof Cache<?, ?> cache)) {
      return Optional.empty();
    }
    return recorder
        .find(nativeCache)
        .map(
            recorded -> {
              recorded.rename(name);
              return new GuavaTarget(recorded, cache);
            });
  }
}
