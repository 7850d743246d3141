package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Missed;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportAssemblerTest {

  @Test
  void loadTimeSavedIsMissesAvoidedTimesTheMeasuredMean() {
    CacheReport products = Shop.warmed().caches().get(0);

    assertThat(products.loadTimeSaved()).isEqualTo(Duration.ofNanos(29_408 * 1_400_000L));
    assertThat(products.accuracy()).isEqualTo(29_408 / 48_200.0);
    assertThat(products.keyCoverage()).isEqualTo(29_408 / 41_950.0);
    assertThat(products.getCoverage()).isEqualTo((double) products.warmHits() / products.gets());
  }

  @Test
  void theMeanIsWeightedByTheKeysOfEachLoad() {
    StrategyResult many = Shop.strategy("A", "products", 3_000, Duration.ofSeconds(1));
    StrategyResult few = slower(Shop.strategy("B", "products", 1_000, Duration.ofSeconds(2)));
    RunResult run =
        new RunResult(1, Trigger.START_UP, Shop.STARTED, Duration.ofSeconds(2), List.of(many, few));

    LoadTimes times = LoadTimes.of("products", List.of(run));

    assertThat(times.perKey()).isEqualTo(Duration.ofNanos((3 * 1_400_000L + 5_400_000L) / 4));
    assertThat(times.spent()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatIsNotKnownIsNull() {
    CacheReport sessions = Shop.warmed().caches().get(2);

    assertThat(sessions.requestedKeys()).isNull();
    assertThat(sessions.keyCoverage()).isNull();
    assertThat(sessions.accuracy()).isNull();
    assertThat(sessions.loadTimeSaved()).isNull();
  }

  @Test
  void keysLeaveOnlyMasked() {
    assertThat(products(KeyMask.TEMPLATE).missedKeys()).isEmpty();
    assertThat(products(KeyMask.HASH).missedKeys())
        .allSatisfy(missed -> assertThat(missed.key()).matches("[0-9a-f]{12}"));
    assertThat(products(KeyMask.PLAIN).missedKeys()).contains(new Missed("price:4711", 61));
  }

  @Test
  void underHashNothingOfAKeyIsShownAnywhere() {
    CacheReport products = products(KeyMask.HASH);

    assertThat(products.missedTemplates())
        .isNotEmpty()
        .allSatisfy(missed -> assertThat(missed.key()).matches("[0-9a-f]{12}"));
    assertThat(products.verdict().sentence()).doesNotContain("price");
  }

  private static CacheReport products(KeyMask keys) {
    return Shop.assembler(Mode.WARM, keys)
        .report(null, List.of(), List.of(Shop.products()), Overhead.UNKNOWN)
        .caches()
        .get(0);
  }

  private static StrategyResult slower(StrategyResult r) {
    return new StrategyResult(
        r.stats(),
        0,
        0,
        r.load(),
        Duration.ofNanos(5_400_000),
        r.throughput(),
        r.outcome(),
        r.note());
  }
}
