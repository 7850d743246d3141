package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunStatisticsTest {

  private final VirtualTime time = VirtualTime.standing();
  private final RunStatistics statistics = new RunStatistics(time);

  @Test
  void everyKeyIsCountedOnce() {
    Chunk<Integer> chunk = new Chunk<>(List.of(1, 2, 3, 4, 5));
    chunk.tally.warmed = 1;
    chunk.tally.absent = 1;
    chunk.tally.alreadyPresent = 1;
    chunk.tally.overwritten = 1;
    chunk.fail(1, "boom");

    statistics.add(chunk);

    StrategyResult result = result();
    assertThat(result.stats().done()).isEqualTo(5);
    assertThat(result.stats().skipped()).isEqualTo(2);
    assertThat(result.stats().failed()).isEqualTo(1);
    assertThat(statistics.firstFailure()).isEqualTo("boom");
  }

  @Test
  void latencyIsThatOfSingleLoads() {
    for (int load = 1; load <= 100; load++) {
      Chunk<Integer> chunk = new Chunk<>(List.of(load));
      chunk.loaded(1, TimeUnit.MILLISECONDS.toNanos(load));
      statistics.add(chunk);
    }

    StrategyResult.LoadLatency load = result().load();
    assertThat(load.count()).isEqualTo(100);
    assertThat(load.p50().toMillis()).isCloseTo(50, within(1L));
    assertThat(load.p99().toMillis()).isCloseTo(99, within(1L));
    assertThat(load.max().toMillis()).isCloseTo(100, within(1L));
    assertThat(result().meanPerKey()).isEqualTo(Duration.ofNanos(50_500_000));
  }

  @Test
  void throughputIsKeptBySecondAndTheRateIsTheRecentOne() {
    warmed(100);
    pass(1);
    for (int second = 0; second < 6; second++) {
      warmed(10);
      pass(1);
    }

    assertThat(result().throughput()).containsExactly(100L, 10L, 10L, 10L, 10L, 10L, 10L, 0L);
    assertThat(statistics.recentRate()).isEqualTo(10);
  }

  @Test
  void throughputOfALongRunGrowsWithItsSecondsAlone() {
    pass(1_000);
    warmed(1);

    assertThat(result().throughput()).hasSize(1_001).last().isEqualTo(1L);
  }

  @Test
  void theEtaIsWhatIsLeftAtTheRecentRate() {
    assertThat(Progress.of("S", 250, 1_000, 50).eta()).isEqualTo(Duration.ofSeconds(15));
    assertThat(Progress.of("S", 250, 1_000, 50).percent()).isEqualTo(25);
    assertThat(Progress.of("S", 250, -1, 50).eta()).isNull();
    assertThat(Progress.of("S", 0, 1_000, 0).eta()).isNull();
  }

  @Test
  void theWholeRunIsTheSumOfItsStrategies() {
    Progress whole =
        Progress.sum(List.of(Progress.of("A", 10, 100, 5), Progress.of("B", 20, 100, 10)));

    assertThat(whole).isEqualTo(new Progress("total", 30, 200, 15, Duration.ofMillis(11_333)));
    assertThat(Progress.sum(List.of(whole, Progress.of("C", 1, -1, 1))).total()).isEqualTo(-1);
  }

  private void warmed(int keys) {
    Chunk<Integer> chunk = new Chunk<>(Collections.nCopies(keys, 1));
    chunk.tally.warmed = keys;
    statistics.add(chunk);
  }

  private void pass(long seconds) {
    time.advance(TimeUnit.SECONDS.toNanos(seconds));
  }

  private StrategyResult result() {
    return statistics.result(statistics.stats("S", "cache", -1), Outcome.DONE, null, null);
  }
}
