package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.WarmedFates;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Which share of the keys that were asked for since traffic opened met a warmed entry. */
class CoverageTest {

  private static final List<Supplier<Cache<Object, Object>>> STORES =
      List.of(
          () -> Caffeine.newBuilder().maximumSize(10_000).build(),
          () -> Caffeine.newBuilder().build());

  @EachCaffeine
  void keysThatTheApplicationPutAreRequestedToo() {
    keysOfTheApplicationsOwn();
  }

  @EachCaffeine(loadedBefore = true)
  void inCachesThatWereThereBeforeToo() {
    keysOfTheApplicationsOwn();
  }

  private static void keysOfTheApplicationsOwn() {
    for (Supplier<Cache<Object, Object>> store : STORES) {
      try (Recording recording = new Recording()) {
        Cache<Object, Object> cache = store.get();
        keys(10).forEach(key -> recording.warm(cache, "warmed:" + key, "v"));
        recording.recorder.open();
        keys(990).forEach(key -> cache.put("own:" + key, "v"));
        keys(990).forEach(key -> cache.getIfPresent("own:" + key));
        keys(990).forEach(key -> cache.get("own:" + key, absent -> "never loaded"));
        keys(10).forEach(key -> cache.getIfPresent("warmed:" + key));

        CacheObservation seen = recording.of(cache);
        assertThat(seen.requestedKeys()).isCloseTo(1_000, withPercentage(4.8));
        assertThat(seen.keyCoverage()).isCloseTo(0.01, withPercentage(4.8));
        assertThat(seen.getCoverage()).isEqualTo(10.0 / 1_990);
      }
    }
  }

  @EachCaffeine
  void bulkGetsRequestEachKeyToo() {
    for (Supplier<Cache<Object, Object>> store : STORES) {
      try (Recording recording = new Recording()) {
        Cache<Object, Object> cache = store.get();
        recording.warm(cache, 0, "v");
        recording.recorder.open();
        cache.put(1, "v");
        cache.put(2, "v");
        cache.getAllPresent(List.of(0, 1, 2, 3));

        assertThat(recording.of(cache).requestedKeys()).isEqualTo(4);
        assertThat(recording.of(cache).keyCoverage()).isEqualTo(0.25);
      }
    }
  }

  @EachCaffeine
  void whatWasReadBeforeTrafficOpenedIsRequestedWhenItIsReadAgain() {
    for (Supplier<Cache<Object, Object>> store : STORES) {
      try (Recording recording = new Recording()) {
        Cache<Object, Object> cache = store.get();
        keys(10).forEach(key -> recording.warm(cache, "warmed:" + key, "v"));
        keys(10).forEach(key -> cache.put("own:" + key, "v"));
        keys(10).forEach(key -> cache.getIfPresent("warmed:" + key));
        keys(10).forEach(key -> cache.getIfPresent("own:" + key));
        recording.recorder.open();
        assertThat(recording.of(cache).requestedKeys()).isZero();
        keys(4).forEach(key -> cache.getIfPresent("warmed:" + key));
        keys(6).forEach(key -> cache.getIfPresent("own:" + key));
        keys(4).forEach(key -> cache.getIfPresent("warmed:" + key));

        CacheObservation seen = recording.of(cache);
        assertThat(seen.requestedKeys()).isEqualTo(10);
        assertThat(seen.keyCoverage()).isEqualTo(0.4);
        assertThat(seen.warmHits()).isEqualTo(8);
        assertThat(seen.missesAvoided()).isZero();
        assertThat(seen.fates()).isEqualTo(new WarmedFates(10, 0, 0, 0, 0));
      }
    }
  }

  @EachCaffeine
  void aWarmedKeyThatWasEvictedBeforeAnybodyAskedIsNotCovered() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache =
          Caffeine.newBuilder().maximumSize(10).executor(Runnable::run).build();
      keys(30).forEach(key -> recording.warm(cache, key, "v"));
      cache.cleanUp();
      recording.recorder.open();
      keys(30).forEach(cache::getIfPresent);

      CacheObservation seen = recording.of(cache);
      assertThat(seen.hits()).isEqualTo(10);
      assertThat(seen.requestedKeys()).isEqualTo(30);
      assertThat(seen.keyCoverage()).isCloseTo(1.0 / 3, withPercentage(0.1));
    }
  }

  @EachCaffeine
  void aKeyThatIsWarmedAndUsedAgainAndAgainIsOneKey() {
    for (Supplier<Cache<Object, Object>> store : STORES) {
      try (Recording recording = new Recording()) {
        Cache<Object, Object> cache = store.get();
        recording.recorder.open();
        cache.getIfPresent("missed");
        keys(5)
            .forEach(
                run -> {
                  recording.warm(cache, "a", run);
                  cache.getIfPresent("a");
                  cache.invalidate("a");
                });

        CacheObservation seen = recording.of(cache);
        assertThat(seen.fates().used()).isEqualTo(1);
        assertThat(seen.requestedKeys()).isEqualTo(2);
        assertThat(seen.keyCoverage()).isEqualTo(0.5);
      }
    }
  }

  /** Keys of a class that its module closes have nothing but a hashCode. */
  @EachCaffeine
  void keysThatCannotBeToldApartAreNotCounted() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = STORES.get(0).get();
      recording.recorder.open();
      keys(10).forEach(key -> cache.getIfPresent(new Timestamp(key)));

      assertThat(recording.of(cache).requestedKeys()).isEqualTo(-1);
      assertThat(recording.of(cache).keyCoverage()).isNaN();
    }
  }

  /** Two small numbers make many keys and few hash codes. */
  @EachCaffeine
  void recordsAreToldApart() {
    for (Supplier<Cache<Object, Object>> store : STORES) {
      try (Recording recording = new Recording()) {
        Cache<Object, Object> cache = store.get();
        keys(100).forEach(key -> recording.warm(cache, new Place(key, key), "v"));
        recording.recorder.open();
        keys(10_000).forEach(key -> cache.get(new Place(key / 100, key % 100), absent -> "v"));

        assertThat(recording.of(cache).requestedKeys()).isCloseTo(10_000, withPercentage(4.8));
        assertThat(recording.of(cache).keyCoverage()).isCloseTo(0.01, withPercentage(4.8));
      }
    }
  }

  private record Place(int aisle, int row) {}

  private static List<Integer> keys(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
