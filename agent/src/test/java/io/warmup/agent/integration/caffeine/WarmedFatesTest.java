package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.MissedKey;
import io.warmup.agent.recorder.WarmedFates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

class WarmedFatesTest {

  private final AtomicLong nanos = new AtomicLong();

  @EachCaffeine
  void everyFateExactly() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache =
          Caffeine.newBuilder()
              .maximumSize(1_000)
              .expireAfterWrite(Duration.ofHours(1))
              .executor(Runnable::run)
              .ticker(nanos::get)
              .build();
      for (int key = 0; key < 10; key++) {
        assertThat(recording.warm(cache, key, "v")).isEqualTo(PutOutcome.WARMED);
      }
      recording.recorder.open();

      cache.getIfPresent(0);
      cache.getIfPresent(0);
      cache.get(1, key -> "never loaded");
      cache.getAllPresent(List.of(2, 77));
      cache.put(3, "app's");
      cache.getIfPresent(3);
      cache.invalidate(4);
      cache.asMap().remove(5);
      cache.policy().eviction().orElseThrow().setMaximum(1_000);

      CacheObservation seen = recording.of(cache);
      assertThat(seen.fates()).isEqualTo(new WarmedFates(3, 4, 0, 0, 3));
      assertThat(seen.missesAvoided()).isEqualTo(3);
      assertThat(seen.hits()).isEqualTo(5);
      assertThat(seen.misses()).isEqualTo(1);
      assertThat(seen.warmHits()).isEqualTo(4);

      nanos.addAndGet(Duration.ofHours(2).toNanos());
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(3, 0, 0, 4, 3));
      cache.cleanUp();
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(3, 0, 0, 4, 3));
    }
  }

  /** That the application has read its own value is no read of the one that replaces it. */
  @EachCaffeine
  void whatReplacesTheApplicationsOwnValueIsUnreadUntilItIsRead() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(100).build();
      recording.recorder.open();
      cache.put("a", "app's");
      cache.getIfPresent("a");
      assertThat(recording.warm(cache, "a", "v")).isEqualTo(PutOutcome.WARMED);
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(0, 1, 0, 0, 0));
      assertThat(cache.getIfPresent("a")).isEqualTo("v");
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 0, 0, 0, 0));
    }
  }

  @EachCaffeine
  void evictedUnread() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache =
          Caffeine.newBuilder().maximumSize(10).executor(Runnable::run).build();
      for (int key = 0; key < 30; key++) {
        recording.warm(cache, key, "v");
      }
      cache.cleanUp();
      recording.recorder.open();
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(0, 10, 20, 0, 0));
    }
  }

  @EachCaffeine
  void unboundedCacheToo() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().build();
      for (int key = 0; key < 5; key++) {
        recording.warm(cache, key, "v");
      }
      recording.recorder.open();
      cache.getIfPresent(0);
      cache.get(0, key -> "never loaded");
      cache.put(1, "app's");
      cache.getIfPresent(1);
      cache.invalidate(2);
      cache.getIfPresent(2);

      CacheObservation seen = recording.of(cache);
      assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 2, 0, 0, 2));
      assertThat(seen.hits()).isEqualTo(3);
      assertThat(seen.misses()).isEqualTo(1);
      cache.invalidateAll();
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 0, 0, 0, 4));
    }
  }

  @EachCaffeine
  void asynchronousCacheToo() {
    try (Recording recording = new Recording()) {
      AsyncCache<Object, Object> cache = Caffeine.newBuilder().maximumSize(100).buildAsync();
      for (int key = 0; key < 5; key++) {
        recording.warm(cache, key, "v");
      }
      recording.recorder.open();
      assertThat(cache.getIfPresent(0)).isCompletedWithValue("v");
      assertThat(cache.get(1, key -> "never loaded")).isCompletedWithValue("v");
      assertThat(cache.synchronous().getIfPresent(2)).isEqualTo("v");

      CacheObservation seen = recording.of(cache);
      assertThat(seen.fates()).isEqualTo(new WarmedFates(3, 2, 0, 0, 0));
      assertThat(seen.hits()).isEqualTo(3);
      assertThat(seen.misses()).isZero();
    }
  }

  @EachCaffeine
  void bulkGetsUseEachKey() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> bounded = Caffeine.newBuilder().maximumSize(100).build();
      Cache<Object, Object> unbounded = Caffeine.newBuilder().build();
      AsyncCache<Object, Object> async = Caffeine.newBuilder().maximumSize(100).buildAsync();
      for (Object cache : List.of(bounded, unbounded, async)) {
        for (int key = 0; key < 6; key++) {
          recording.warm(cache, key, "v");
        }
      }
      recording.recorder.open();
      for (Cache<Object, Object> cache : List.of(bounded, unbounded, async.synchronous())) {
        cache.getAllPresent(List.of(0, 1, 70));
        cache.getAll(List.of(2, 3, 71), keys -> Map.of(71, "loaded"));
      }
      for (Object cache : List.of(bounded, unbounded, async)) {
        CacheObservation seen = recording.of(cache);
        assertThat(seen.fates()).isEqualTo(new WarmedFates(4, 2, 0, 0, 0));
        assertThat(seen.hits()).isEqualTo(4);
        assertThat(seen.misses()).isEqualTo(2);
        assertThat(seen.warmHits()).isEqualTo(4);
        assertThat(seen.getCoverage()).isEqualTo(4.0 / 6);
        assertThat(seen.missedKeys()).extracting(MissedKey::key).contains("70", "71");
      }
    }
  }

  @EachCaffeine
  void asynchronousBulkGetsToo() {
    try (Recording recording = new Recording()) {
      for (AsyncCache<Object, Object> cache :
          List.of(
              Caffeine.newBuilder().maximumSize(100).executor(Runnable::run).buildAsync(),
              Caffeine.newBuilder().executor(Runnable::run).buildAsync())) {
        recording.warm(cache, 0, "v");
        recording.warm(cache, 1, "v");
        recording.recorder.open();
        assertThat(cache.getAll(List.of(0, 71), keys -> Map.of(71, "loaded"))).isCompleted();
        assertThat(cache.get(71, key -> "never loaded")).isCompletedWithValue("loaded");

        CacheObservation seen = recording.of(cache);
        assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
        assertThat(seen.hits()).isEqualTo(2);
        assertThat(seen.misses()).isEqualTo(1);
        assertThat(seen.warmHits()).isEqualTo(1);
      }
    }
  }

  @EachCaffeine
  void warmedAgainIsStillOneKey() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(100).build();
      recording.warm(cache, "a", 1);
      recording.warm(cache, "b", 1);
      recording.recorder.open();
      cache.getIfPresent("a");
      recording.warm(cache, "a", 2);
      recording.warm(cache, "b", 2);
      cache.getIfPresent("a");

      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
      assertThat(recording.of(cache).missesAvoided()).isEqualTo(1);
    }
  }
}
