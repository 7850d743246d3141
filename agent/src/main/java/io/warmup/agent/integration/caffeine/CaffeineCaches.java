package io.warmup.agent.integration.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.recorder.RecordedCache;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.StoredKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Caffeine caches that one application has built, by the names of their build sites. */
public final class CaffeineCaches implements CacheLibrary {

  private final Recorder recorder;

  /** Of all caches the recorder knows, those of this class loader's copy of Caffeine. */
  public CaffeineCaches(Recorder recorder) {
    this.recorder = recorder;
  }

  /** A framework's cache is found with the framework, which knows what its keys are made of. */
  @Override
  public Optional<CacheTarget> find(String name) {
    return recorder.names().called(name, getClass().getClassLoader()).stream()
        .filter(recorded -> !recorded.isFrameworks())
        .flatMap(recorded -> Stream.ofNullable(target(recorded, recorded.name())))
        .findFirst();
  }

  @Override
  public Optional<CacheTarget> builtFor(String argument) {
    return recorder.names().builtFor(argument, getClass().getClassLoader()).stream()
        .flatMap(recorded -> Stream.ofNullable(target(recorded, recorded.name())))
        .findFirst();
  }

  @Override
  public Collection<CacheTarget> caches() {
    List<CacheTarget> targets = new ArrayList<>();
    for (RecordedCache recorded : recorder.caches()) {
      CacheTarget target = target(recorded, recorded.name());
      if (target != null) {
        targets.add(target);
      }
    }
    return targets;
  }

  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    if (nativeCache instanceof Cache<?, ?> builtBefore && recorder.find(nativeCache).isEmpty()) {
      // The agent came later than the cache: a manual cache's map is its store.
      recorder.found("caffeine", name, builtBefore, builtBefore.asMap(), StoredKeys.OF_MAP);
    }
    return recorder
        .find(nativeCache)
        .flatMap(
            recorded -> {
              recorded.rename(name);
              return Optional.ofNullable(target(recorded, name));
            });
  }

  private static @Nullable CacheTarget target(RecordedCache recorded, String name) {
    Object cache = recorded.cache();
    if (cache instanceof AsyncCache<?, ?> async) {
      return CaffeineTarget.of(name, recorded, async);
    }
    if (cache instanceof Cache<?, ?> plain) {
      return CaffeineTarget.of(name, recorded, plain);
    }
    return cache instanceof ConcurrentMap<?, ?> store && isCaffeines(store)
        ? MetStore.of(name, recorded, store)
        : null;
  }

  private static boolean isCaffeines(Object store) {
    return store.getClass().getPackageName().equals(Cache.class.getPackageName())
        && store.getClass().getClassLoader() == Cache.class.getClassLoader();
  }
}
