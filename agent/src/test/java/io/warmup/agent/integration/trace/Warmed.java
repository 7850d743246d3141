package io.warmup.agent.integration.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.RecordedTarget;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.WarmedFates;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every cache that is warmed, whoever provides it. */
public final class Warmed {

  private final CacheTarget target;
  private final CacheUnderTest cache;
  private final Recorder recorder;

  private Warmed(CacheTarget found, CacheUnderTest cache, Recorder recorder) {
    this.target = RecordedTarget.of(found, recorder);
    this.cache = cache;
    this.recorder = recorder;
  }

  /** Recorded from here on. */
  public static Warmed of(CacheTarget found, CacheUnderTest cache, Recorder recorder) {
    return new Warmed(found, cache, recorder);
  }

  /** Of a cache that is empty. */
  public void isPutIfAbsentAndReadOnceAsAHit() {
    assertThat(target.fenceStrength()).isEqualTo(FenceStrength.WATCHED);
    cache.put(4, "app's");
    assertThat(put(1, "one", null)).isEqualTo(PutOutcome.WARMED);
    assertThat(put(2, "two", null)).isEqualTo(PutOutcome.WARMED);
    assertThat(put(3, "three", null)).isEqualTo(PutOutcome.WARMED);
    assertThat(put(4, "four", null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
    assertThat(target.contains(1)).isTrue();
    assertThat(target.contains(9)).isFalse();
    recorder.open();

    OwnThreads.uncounted(() -> cache.get(1)).run();
    assertThat(cache.get(1)).isEqualTo("one");
    assertThat(cache.get(1)).isEqualTo("one");
    assertThat(cache.get(4)).isEqualTo("app's");
    assertThat(cache.get(9)).isNull();
    assertThat(cache.getAll(new HashSet<>(List.of(4, 10)))).containsEntry(4, "app's");
    cache.remove(2);

    CacheObservation seen = observation();
    assertThat(seen.hits()).isEqualTo(4);
    assertThat(seen.misses()).isEqualTo(2);
    assertThat(seen.warmHits()).isEqualTo(2);
    assertThat(seen.missesAvoided()).isEqualTo(1);
    assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 1));
    assertThat(seen.missedKeys())
        .extracting(CacheObservation.MissedKey::key)
        .containsExactlyInAnyOrder("9", "10");
  }

  /** What the application does while a value is being loaded wins. */
  public void yieldsToWhatTheApplicationDoesMeanwhile() {
    cache.put(21, "old");
    try (Fence fence = target.fence(List.of(21, 22, 23))) {
      cache.remove(21);
      cache.put(22, "app's");
      assertThat(fence.put(21, "stale", null)).isEqualTo(PutOutcome.OVERWRITTEN);
      assertThat(fence.put(22, "stale", null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
      assertThat(fence.put(23, "three", null)).isEqualTo(PutOutcome.WARMED);
    }
    assertThat(cache.containsKey(21)).isFalse();
    assertThat(cache.get(22)).isEqualTo("app's");
    assertThat(put(21, "one", null)).as("the fence is closed").isEqualTo(PutOutcome.WARMED);
    cache.remove(21);
    cache.remove(22);
    cache.remove(23);
  }

  /** The window was opened before that trace. */
  public void countsLike(RandomTrace trace) {
    CacheObservation seen = observation();
    assertThat(seen.hits()).isEqualTo(trace.hits()).isPositive();
    assertThat(seen.misses()).isEqualTo(trace.misses()).isPositive();
  }

  /** Puts one value as the warm-up does. */
  public PutOutcome put(Integer key, String value, @Nullable Duration ttl) {
    try (Fence fence = target.fence(List.of(key))) {
      return fence.put(key, value, ttl);
    }
  }

  /** What was seen; one look-up of the application is one get of one cache. */
  public CacheObservation observation() {
    List<CacheObservation> seen = recorder.observe();
    assertThat(seen).as("each look-up is one get").hasSize(1);
    assertThat(seen.get(0).cache()).isEqualTo(target.name());
    assertThat(seen.get(0).kind()).isEqualTo(target.kind());
    return seen.get(0);
  }
}
