package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.config.Mode;
import io.warmup.agent.report.KeyMask;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.VirtualRun;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** From a source of known latency, through the application's gets, to the report. */
class LoadTimeSavedTest {

  @EachCaffeine
  void isWhatTheMissesAvoidedWouldHaveWaitedForTheSource() throws Exception {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(1_000).build();
      RunResult run = new VirtualRun(recording.target(cache)).oneByOne(100, Duration.ofMillis(7));
      CacheReport report = readThirtyOfThem(recording, cache, run);

      assertThat(run.strategies().get(0).meanPerKey()).isEqualTo(Duration.ofMillis(7));
      assertThat(report.missesAvoided()).isEqualTo(30);
      assertThat(report.loadTimeSaved()).isEqualTo(Duration.ofMillis(30 * 7));
    }
  }

  @EachCaffeine
  void ofBulkLoadsIsAKeysShare() throws Exception {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().build();
      RunResult run =
          new VirtualRun(recording.target(cache)).inBulk(100, 20, Duration.ofMillis(60));
      CacheReport report = readThirtyOfThem(recording, cache, run);

      assertThat(report.missesAvoided()).isEqualTo(30);
      assertThat(report.loadTimeSaved()).isEqualTo(Duration.ofMillis(30 * 3));
    }
  }

  /** Each twice, beside keys that were not warmed. */
  private static CacheReport readThirtyOfThem(
      Recording recording, Cache<Object, Object> cache, RunResult run) {
    recording.recorder.open();
    for (int round = 0; round < 2; round++) {
      IntStream.range(70, 110).forEach(key -> cache.get(key, absent -> "application's"));
    }
    return Shop.assembler(Mode.WARM, KeyMask.TEMPLATE)
        .report(null, List.of(run), List.of(recording.of(cache)), Overhead.UNKNOWN)
        .caches()
        .get(0);
  }
}
