package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.RedisCache.Serializer;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.integration.trace.CacheUnderTest;
import io.warmup.agent.integration.trace.RandomTrace;
import io.warmup.agent.integration.trace.Warmed;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.MissedKey;
import io.warmup.agent.recorder.Recorder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys {@code price:*} of a server, as a cache of the file whose gets are recorded. */
final class RecordedRedis implements AutoCloseable {

  private static final RedisCache PRICES = new RedisCache("price:", Serializer.STRING);

  private final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
  private final CacheUnderTest cache;
  private final Warmed warmed;

  /**
   * @param clients of which there is one at least
   * @param cache how the application uses it
   */
  RecordedRedis(Clients clients, CacheUnderTest cache) {
    this.cache = cache;
    this.warmed = Warmed.of(clients.cache(PRICES), cache, recorder);
  }

  /** All that is true of caches that are recorded, on one that is empty. */
  void isRecordedExactly() {
    warmed.isPutIfAbsentAndReadOnceAsAHit();
    warmed.yieldsToWhatTheApplicationDoesMeanwhile();
    for (int key = 0; key < 100; key++) {
      cache.removes().accept(key);
    }
    recorder.open();
    warmed.countsLike(RandomTrace.on(cache));
  }

  /** Puts one as the warm-up does. */
  void warm(int key, @Nullable Duration ttl) {
    warmed.put(key, "warmed", ttl);
  }

  /** Traffic opens. */
  void open() {
    recorder.open();
  }

  void counted(long hits, long misses) {
    CacheObservation seen = seen();
    assertThat(List.of(seen.hits(), seen.misses()))
        .as("hits, misses")
        .containsExactly(hits, misses);
  }

  void missed(String... keys) {
    assertThat(seen().missedKeys()).extracting(MissedKey::key).containsExactlyInAnyOrder(keys);
  }

  CacheObservation seen() {
    return warmed.observation();
  }

  @Override
  public void close() {
    recorder.close();
  }
}
