package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.bridge.WarmupAttached;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.bridge.WarmupSites;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.recorder.StoredKeys;
import io.warmup.agent.recorder.WarmedFates;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A get pays for being recorded while the window is open, and while a run warms its cache; not
 * before, not after, and not for good.
 */
class RecordingEndsTest {

  @EachCaffeine
  void aRunAfterTheWindowIsRecordedUntilItsEnd() {
    eachKind(RecordingEndsTest::runAfterTheWindow);
  }

  @EachCaffeine(loadedBefore = true)
  void aRunAfterTheWindowIsRecordedUntilItsEndToo() {
    eachKind(RecordingEndsTest::runAfterTheWindow);
  }

  private static void runAfterTheWindow(Recording recording, Cache<Object, Object> cache) {
    recording.recorder.open();
    assertThat(isRecorded(cache)).isTrue();
    recording.recorder.close();
    assertThat(isRecorded(cache)).isFalse();

    recording.recorder.hold();
    recording.recorder.hold();
    assertThat(isRecorded(cache)).as("not warmed yet").isFalse();
    recording.warm(cache, "a", 1);
    assertThat(isRecorded(cache)).isTrue();
    recording.recorder.release();
    assertThat(isRecorded(cache)).as("another run goes on").isTrue();
    recording.recorder.release();
    assertThat(isRecorded(cache)).isFalse();
    assertThat(cache.getIfPresent("a")).isEqualTo(1);
    assertThat(recording.recorder.heldBytes(part -> 1)).isZero();
  }

  @EachCaffeine
  void whatIsWarmedBeforeTheWindowIsKeptForIt() {
    eachKind(RecordingEndsTest::windowAfterARun);
  }

  @EachCaffeine(loadedBefore = true)
  void whatIsWarmedBeforeTheWindowIsKeptForItToo() {
    eachKind(RecordingEndsTest::windowAfterARun);
  }

  private static void windowAfterARun(Recording recording, Cache<Object, Object> cache) {
    recording.recorder.hold(); // for the window
    recording.recorder.hold();
    recording.warm(cache, "a", 1);
    recording.warm(cache, "b", 2);
    recording.recorder.release();
    recording.recorder.open();
    recording.recorder.release();
    cache.getIfPresent("a");
    assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));

    recording.recorder.close();
    assertThat(isRecorded(cache)).isFalse();
  }

  @EachCaffeine
  void aWindowThatClosesDuringARunLeavesItsFenceTheRecord() {
    eachKind(
        (recording, cache) -> {
          Cache<Object, Object> other = Caffeine.newBuilder().maximumSize(10).build();
          recording.recorder.open();
          recording.recorder.hold();
          try (Fence fence = recording.target(cache).fence(List.of("a", "b", "c"))) {
            recording.recorder.close();
            assertThat(isRecorded(other)).as("no run warms it").isFalse();
            assertThat(isRecorded(cache)).isTrue();
            cache.put("a", "app's");
            cache.put("b", "app's");
            cache.invalidate("b");
            assertThat(fence.put("a", "stale", null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
            assertThat(fence.put("b", "stale", null)).isEqualTo(PutOutcome.OVERWRITTEN);
            assertThat(fence.put("c", "warm", null)).isEqualTo(PutOutcome.WARMED);
          }
          recording.recorder.release();
          assertThat(isRecorded(cache)).isFalse();
        });
  }

  /** One that hung when its run was given up. Nobody tells it any more what was written since. */
  @EachCaffeine
  void aLoadThatComesBackAfterItsRunPutsNothing() {
    eachKind(
        (recording, cache) -> {
          recording.recorder.hold();
          CacheTarget target = recording.target(cache);
          Fence opened = target.fence(List.of("a", "b"));
          recording.recorder.release();
          cache.put("a", "app's");
          cache.invalidate("a");
          assertThat(opened.put("a", "stale", null)).isEqualTo(PutOutcome.OVERWRITTEN);
          assertThat(opened.put("b", "late", null)).isEqualTo(PutOutcome.OVERWRITTEN);
          opened.close();
          try (Fence late = target.fence(List.of("a"))) {
            assertThat(late.put("a", "stale", null)).isEqualTo(PutOutcome.OVERWRITTEN);
          }
          assertThat(cache.asMap()).isEmpty();
          assertThat(isRecorded(cache)).isFalse();

          recording.recorder.hold();
          assertThat(recording.warm(cache, "a", "of the next run")).isEqualTo(PutOutcome.WARMED);
          recording.recorder.release();
        });
  }

  /** Its counts begin anew, whatever its entries went through before. */
  @EachCaffeine
  void theNextWindowKnowsOfItsOwnKeysAlone() {
    eachKind(
        (recording, cache) -> {
          recording.recorder.open();
          recording.warm(cache, "before", 1);
          cache.getIfPresent("before");
          recording.warm(cache, "unread", 1);
          recording.recorder.close();
          recording.recorder.hold();
          recording.warm(cache, "between", 2);
          recording.recorder.release();
          recording.recorder.open();
          recording.warm(cache, "now", 3);
          for (Object key : List.of("before", "unread", "between", "now")) {
            cache.getIfPresent(key);
          }
          assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 0, 0, 0, 0));
          assertThat(recording.of(cache).hits()).isEqualTo(4);
          assertThat(recording.of(cache).warmHits()).isEqualTo(1);
        });
  }

  @EachCaffeine(loadedBefore = true)
  void cachesAreLookedForWhileSomebodyMayWantThem() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> late = builtBefore();
      Cache<Object, Object> later = builtBefore();
      WarmupAttached.discover(
          store -> recording.recorder.met("caffeine", store, StoredKeys.OF_MAP));
      recording.recorder.hold();
      late.getIfPresent("a");
      assertThat(recording.recorder.caches()).hasSize(1);
      recording.recorder.release();
      later.getIfPresent("a");
      assertThat(recording.recorder.caches()).hasSize(1);
    }
  }

  private static Cache<Object, Object> builtBefore() {
    WarmupBuilds.listen(null);
    return Caffeine.newBuilder().maximumSize(10).build();
  }

  private static void eachKind(BiConsumer<Recording, Cache<Object, Object>> test) {
    for (boolean bounded : List.of(true, false)) {
      try (Recording recording = new Recording()) {
        Caffeine<Object, Object> builder = Caffeine.newBuilder();
        test.accept(recording, bounded ? builder.maximumSize(100).build() : builder.build());
      }
    }
  }

  /** A manual cache's map is its store. */
  private static boolean isRecorded(Cache<Object, Object> cache) {
    return WarmupSites.isRecording(false, cache.asMap());
  }
}
