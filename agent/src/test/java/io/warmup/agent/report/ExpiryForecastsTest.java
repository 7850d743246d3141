package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.report.model.ExpiryForecast;
import io.warmup.agent.warmer.Expiry;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyResult.LoadLatency;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When what was warmed together expires together. */
class ExpiryForecastsTest {

  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void keysWarmedInASecondExpireInASecond() {
    ExpiryForecast cliff = forecast(0.6, result(new Expiry(TEN, HOUR, 0, false), 4_000, 1_000));

    assertThat(cliff.keys()).isEqualTo(5_000);
    assertThat(cliff.from()).isEqualTo(TEN.plus(HOUR));
    assertThat(cliff.until()).isEqualTo(TEN.plus(HOUR).plusSeconds(2));
    assertThat(cliff.peak()).isEqualTo(TEN.plus(HOUR));
    assertThat(cliff.expiriesPerSecond()).isEqualTo(4_000);
    assertThat(cliff.refillsPerSecond()).isEqualTo(2_400);
    assertThat(cliff.isCliff()).isTrue();
    assertThat(cliff.sentence())
        .isEqualTo(
            "5,000 warmed keys expire within 2 s from 11:00:00 UTC on, 4,000 in one second at"
                + " 11:00:00: up to 2,400 loads/s at the source; ttl-jitter: 10% would make that 5"
                + " loads/s.");
  }

  @Test
  void jitterFlattensTheCliff() {
    ExpiryForecast flat = forecast(1, result(new Expiry(TEN, HOUR, 0.1, false), 4_000, 1_000));

    assertThat(flat.from()).isEqualTo(TEN.plus(Duration.ofMinutes(54)));
    assertThat(flat.until()).isEqualTo(TEN.plus(Duration.ofMinutes(66)).plusSeconds(2));
    assertThat(flat.expiriesPerSecond()).isEqualTo(7);
    assertThat(flat.isCliff()).isFalse();
    assertThat(flat.sentence()).doesNotContain("would make");
  }

  @Test
  void anExpiryOfTheCacheItselfIsSaidToBeOne() {
    ExpiryForecast own = forecast(1, result(new Expiry(TEN, HOUR, 0, true), 500));

    assertThat(own.ownOfCache()).isTrue();
    assertThat(own.sentence()).endsWith("; the expiry is the cache's own.");
  }

  @Test
  void entriesThatLiveOnHaveNoForecast() {
    assertThat(forecast(1, result(null, 500))).isNull();
  }

  @Test
  void aLaterRunOfTheStrategyRenewsWhatItPut() {
    Expiry later = new Expiry(TEN.plus(HOUR), HOUR, 0, false);
    List<RunResult> runs =
        List.of(run(1, result(new Expiry(TEN, HOUR, 0, false), 300)), run(2, result(later, 200)));

    ExpiryForecast forecast = ExpiryForecasts.of("products", runs, 1);
    assertThat(forecast.keys()).isEqualTo(200);
    assertThat(forecast.from()).isEqualTo(TEN.plus(HOUR.multipliedBy(2)));
  }

  private static @Nullable ExpiryForecast forecast(double inUse, StrategyResult result) {
    return ExpiryForecasts.of("products", List.of(run(1, result)), inUse);
  }

  private static RunResult run(int number, StrategyResult result) {
    return new RunResult(number, Trigger.SCHEDULE, TEN, HOUR, List.of(result));
  }

  private static StrategyResult result(@Nullable Expiry expiry, long... keysBySecond) {
    List<Long> throughput = java.util.Arrays.stream(keysBySecond).boxed().toList();
    long keys = throughput.stream().mapToLong(Long::longValue).sum();
    return new StrategyResult(
        new WarmupStats("Hot", "products", keys, keys, 0, 0, 0, Duration.ofSeconds(2)),
        0,
        0,
        LoadLatency.NONE,
        Duration.ZERO,
        throughput,
        Outcome.DONE,
        null,
        0,
        expiry);
  }
}
