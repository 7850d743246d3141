package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.RedisCache.Serializer;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.integration.trace.CacheUnderTest;
import io.warmup.agent.integration.trace.RandomTrace;
import io.warmup.agent.integration.trace.Warmed;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.MissedKey;
import io.warmup.agent.recorder.FilledByApplication;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.WarmedFates;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** What the application puts, called by a strategy that puts nothing itself, is warmed. */
  void isFilledByTheApplication() throws Exception {
    ValueLoader calls =
        new FilledByApplication(recorder, () -> {}, name -> name).watching(new Calls(cache));
    calls.load(1);
    calls.load(2);
    recorder.open();
    cache.gets().apply(1);
    counted(1, 0);
    assertThat(seen().fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
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

  private record Calls(CacheUnderTest cache) implements ValueLoader {

    @Override
    public boolean bulk() {
      return false;
    }

    @Override
    public @Nullable Object load(Object key) {
      if (cache.gets().apply((Integer) key) == null) {
        cache.puts().accept((Integer) key, "filled");
      }
      return "filled";
    }

    @Override
    public Map<?, ?> loadAll(List<?> keys) {
      throw new UnsupportedOperationException();
    }
  }
}
