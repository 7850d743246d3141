package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.Interval;
import io.warmup.agent.recorder.CacheObservation.MissedKey;
import io.warmup.agent.recorder.MissedBounds;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.agent.report.model.Verdict;
import io.warmup.agent.report.model.Verdict.Outcome;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  @Test
  void saysWhatAWarmUpWasWorthInWordsFirst() {
    Verdict verdict = verdict(Shop.products(), List.of(Shop.run()));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PAID);
    assertThat(verdict.sentence())
        .isEqualTo(
            "warm-up avoided 29,408 misses (41.2 s of load time); 61 % of the warmed keys"
                + " were used; 8,214 misses on price:* were not in the plan.");
  }

  @Test
  void savesNoTimeItDidNotMeasure() {
    assertThat(verdict(Shop.products(), List.of()).sentence())
        .startsWith("warm-up avoided 29,408 misses; 61 %");
  }

  @Test
  void didNotPayIfNothingWasUsed() {
    Verdict verdict = verdict(used(0, 500), List.of(Shop.run()));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DID_NOT_PAY);
    assertThat(verdict.sentence())
        .isEqualTo("the warm-up did not pay: none of the 500 warmed keys was used in 1,000 gets.");
  }

  @Test
  void didNotPayIfMostWasUnreadAndItTookLongerThanItSaved() {
    Verdict verdict = verdict(used(100, 400), taking(Duration.ofMillis(141)));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DID_NOT_PAY);
    assertThat(verdict.sentence())
        .isEqualTo(
            "the warm-up did not pay: it took 141 ms; warm-up avoided 100 misses (140 ms of"
                + " load time); 20 % of the warmed keys were used.");
  }

  @Test
  void paidIfItSavedMoreThanItTookThoughMostWasUnread() {
    assertThat(verdict(used(100, 400), taking(Duration.ofMillis(139))).outcome())
        .isEqualTo(Outcome.PAID);
  }

  /** What a single load would have taken was not measured. */
  @Test
  void bulkLoadsCannotTellThatItDidNotPay() {
    StrategyResult bulk = Shop.strategy("HotProducts", "products", 500, Duration.ofMillis(141));
    assertThat(verdict(used(100, 400), runOf(bulk)).outcome()).isEqualTo(Outcome.PAID);
  }

  @Test
  void paidIfHalfWasUsedThoughItTookLonger() {
    assertThat(verdict(used(100, 100), taking(Duration.ofMinutes(1))).outcome())
        .isEqualTo(Outcome.PAID);
  }

  @Test
  void hasNoVerdictOnASmallSample() {
    Verdict verdict = verdict(Shop.sessions(), List.of(Shop.run()));

    assertThat(verdict.outcome()).isEqualTo(Outcome.TOO_FEW_GETS);
    assertThat(verdict.sentence()).isEqualTo("only 12 gets: no verdict.");
  }

  @Test
  void saysWhatACacheNobodyWarmedDid() {
    Verdict verdict = verdict(Shop.productsUnwarmed(), List.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_WARMED);
    assertThat(verdict.sentence())
        .matches(
            "not warmed: [\\d,]+ gets, 8\\d % of them hits; most missed: product:\\* \\(33,000\\)\\.");
  }

  @Test
  void saysHowFarMissedKeysAreCounted() {
    MissedBounds exact = new MissedBounds(12, 340, false);
    assertThat(verdict(Shop.counted(Shop.products(), exact), List.of()).sentence())
        .endsWith("; 8,214 misses on price:*, short by at most 340, were not in the plan.");
    assertThat(verdict(Shop.counted(Shop.productsUnwarmed(), exact), List.of()).sentence())
        .endsWith("; most missed: product:* (33,000, short by at most 340).");

    MissedBounds sample = new MissedBounds(12, 340, true);
    assertThat(verdict(Shop.counted(Shop.products(), sample), List.of()).sentence())
        .endsWith(
            "; about 8,214 misses on price:*, short by at most about 340, were not in the plan.");

    MissedBounds room = new MissedBounds(0, 0, true);
    assertThat(verdict(Shop.counted(Shop.products(), room), List.of()).sentence())
        .endsWith("; about 8,214 misses on price:* were not in the plan.");
  }

  private static Verdict verdict(CacheObservation seen, List<RunResult> runs) {
    return Shop.report(Mode.WARM, runs, List.of(seen)).caches().get(0).verdict();
  }

  private static CacheObservation used(long used, long unread) {
    return Shop.observation(
        "products",
        List.of(new Interval(Duration.ZERO, 700, 300)),
        used,
        new WarmedFates(used, unread, 0, 0, 0),
        List.<MissedKey>of(),
        List.of(),
        List.of());
  }

  private static List<RunResult> taking(Duration took) {
    return runOf(Shop.oneByOne(Shop.strategy("HotProducts", "products", 500, took)));
  }

  private static List<RunResult> runOf(StrategyResult result) {
    return List.of(
        new RunResult(
            1, Trigger.START_UP, Shop.STARTED, result.stats().duration(), List.of(result)));
  }
}
