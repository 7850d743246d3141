package io.warmup.agent.integration.caffeine;

import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.RecordedCache;
import io.warmup.agent.recorder.Recorder;
import java.time.Clock;
import java.util.List;

/** A recorder that sees every cache a test builds. */
final class Recording implements AutoCloseable {

  final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
  final CaffeineCaches caches = new CaffeineCaches(recorder);

  Recording() {
    WarmupBuilds.listen(recorder::built);
  }

  CacheTarget target(Object cache) {
    RecordedCache recorded = recorder.find(cache).orElseThrow();
    return caches.find(recorded.name()).orElseThrow();
  }

  /** What was seen of one cache. */
  CacheObservation of(Object cache) {
    return named(recorder.find(cache).orElseThrow().name());
  }

  CacheObservation named(String name) {
    return recorder.observe().stream()
        .filter(each -> each.cache().equals(name))
        .findFirst()
        .orElseThrow();
  }

  PutOutcome warm(Object cache, Object key, Object value) {
    try (Fence fence = target(cache).fence(List.of(key))) {
      return fence.put(key, value, null);
    }
  }

  @Override
  public void close() {
    recorder.close();
    WarmupBuilds.listen(null);
  }
}
