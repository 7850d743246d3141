package io.warmup.agent.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.model.WarmupReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportDiffTest {

  @Test
  void aDifferenceWithinChanceIsNone() {
    ReportDiff diff = ReportDiff.between(cache(90, 10), cache(93, 7));

    assertThat(diff.gained()).isEmpty();
    assertThat(diff.lost()).isEmpty();
  }

  @Test
  void aDifferenceBeyondChanceIsSaidWithItsMargin() {
    ReportDiff diff = ReportDiff.between(cache(9_000, 1_000), cache(9_300, 700));

    assertThat(diff.gained())
        .contains(
            "products, hit ratio over the window: 93.0 % instead of 90.0 % (+3.0 points, ± 0.8)");
  }

  @Test
  void whatGotWorseIsLost() {
    assertThat(ReportDiff.between(cache(9_300, 700), cache(9_000, 1_000)).lost())
        .anyMatch(line -> line.endsWith("(-3.0 points, ± 0.8)"));
  }

  @Test
  void fewGetsCompareToNothing() {
    assertThat(ReportDiff.between(cache(5, 5), cache(9_000, 1_000)).cautions())
        .contains(
            "products, hit ratio over the window: only 10 gets and 10,000 gets, no comparison");
  }

  private static WarmupReport cache(long hits, long misses) {
    return Shop.report(
        Mode.WARM, List.of(), List.of(Shop.cache("products", hits, misses, WarmedFates.NONE)));
  }
}
