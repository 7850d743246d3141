package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Gate;
import io.warmup.agent.config.Mode;
import io.warmup.agent.lifecycle.TrafficGate;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.Interval;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.warmer.Progress;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyResult.LoadLatency;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogLinesTest {

  private final List<String> lines = new ArrayList<>();
  private final LogLines say =
      new LogLines(new Log((level, line) -> lines.add(level + " " + line)));

  @Test
  void progressSaysHowFarHowFastAndHowLong() {
    say.progress(new Progress("HotProducts", 14_460, 48_200, 14_460, Duration.ofMillis(2_333)));

    assertThat(lines)
        .containsExactly(
            "INFO [warmup] HotProducts: 14,460 of 48,200 keys (30 %), 14,460 keys/s, 2.3 s to go");
  }

  @Test
  void progressInventsNoTotal() {
    say.progress(new Progress("HotProducts", 14_460, -1, 14_460, null));

    assertThat(lines).containsExactly("INFO [warmup] HotProducts: 14,460 keys, 14,460 keys/s");
  }

  @Test
  void progressBeforeTheFirstKeyHasNoEnd() {
    say.progress(new Progress("HotProducts", 0, 48_200, 0, null));

    assertThat(lines)
        .containsExactly("INFO [warmup] HotProducts: 0 of 48,200 keys (0 %), 0.0 keys/s");
  }

  @Test
  void trafficOpensWithOneLineThatSaysWhatItWaitedFor() {
    Gate gate =
        new Gate(
            Gate.Hold.PORT,
            Duration.ofSeconds(60),
            Gate.OnFailure.OPEN,
            null,
            Gate.Phase.EXIT,
            null);

    say.opened("shop", opening(TrafficGate.Opening.WARM), gate);
    say.opened("shop", opening(TrafficGate.Opening.TIMEOUT), gate);
    say.opened("shop", opening(TrafficGate.Opening.NOT_HELD), gate);

    assertThat(lines)
        .containsExactly(
            "INFO [warmup] shop, held for 3.4 s, is warm: traffic opens.",
            "WARN [warmup] shop, held for 3.4 s, has reached gate.timeout: traffic opens, the rest is"
                + " warmed in the background.");
  }

  @Test
  void aStrategyEndsWithOneLine() {
    say.finished(Shop.strategy("HotProducts", "products", 48_200, Duration.ofMillis(3_410)));

    assertThat(lines)
        .containsExactly(
            "INFO [warmup] HotProducts → products: 48,200 warmed in 3.4 s (14,135 keys/s).");
  }

  @Test
  void whatWentWrongIsAWarningWithItsCause() {
    say.finished(
        new StrategyResult(
            new WarmupStats("HotProducts", "products", 1_000, 10, 2, 50, 7, Duration.ofSeconds(2)),
            4,
            3,
            LoadLatency.NONE,
            Duration.ZERO,
            List.of(),
            Outcome.GIVEN_UP,
            "50 loads in a row failed, the first with SQLException: connection refused"));

    assertThat(lines)
        .containsExactly(
            "WARN [warmup] HotProducts → products: given up, 10 warmed, 2 absent, 50 failed, 4 already"
                + " there, 3 overwritten meanwhile in 2 s (35 keys/s); 50 loads in a row failed, the"
                + " first with SQLException: connection refused.");
  }

  @Test
  void oneVerdictACacheWarmedOnesFirst() {
    say.verdicts(
        Shop.report(
            Mode.WARM,
            List.of(Shop.run()),
            List.of(Shop.sessions(), Shop.products(), Shop.categories())));

    assertThat(lines)
        .satisfiesExactly(
            l -> assertThat(l).startsWith("INFO [warmup] products: warm-up avoided 29,408 misses"),
            l -> assertThat(l).startsWith("WARN [warmup] categories: the warm-up did not pay"),
            l ->
                assertThat(l)
                    .isEqualTo(
                        "WARN [warmup] categories: warmed under keys nobody asks for: Integer * is"
                            + " warmed, Long * missed; class Integer, asked for as Long (3,950"
                            + " misses)."),
            l -> assertThat(l).isEqualTo("INFO [warmup] sessions: only 12 gets: no verdict."));
  }

  @Test
  void thousandsOfUnwarmedCachesAreSummedUp() {
    List<CacheObservation> many =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    Shop.observation(
                        "cache-" + i,
                        List.of(new Interval(Duration.ZERO, 900, i)),
                        0,
                        WarmedFates.NONE,
                        List.of(),
                        List.of(),
                        List.of()))
            .toList();

    say.verdicts(Shop.report(Mode.WARM, List.of(), many));

    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).contains("cache-9999");
    assertThat(lines.get(5))
        .isEqualTo("INFO [warmup] 9,995 more caches not warmed: see the report.");
  }

  private static GateOpening opening(TrafficGate.Opening reason) {
    return new GateOpening(Gate.Hold.PORT, Shop.OPENED, Duration.ofMillis(3_412), reason);
  }
}
