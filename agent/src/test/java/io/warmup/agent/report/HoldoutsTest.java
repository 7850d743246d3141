package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.recorder.FirstTouches.ArmCounts;
import io.warmup.agent.recorder.FirstTouches.Counts;
import org.junit.jupiter.api.Test;

/** The comparison in words. */
class HoldoutsTest {

  @Test
  void tellsTheUpliftWithItsInterval() {
    assertThat(sentence(new ArmCounts(100, 70, 56), new ArmCounts(90, 80, 48)))
        .isEqualTo(
            "first reads met 80.0 % of 70 warmed keys and 60.0 % of 80 held-out keys in the cache:"
                + " the warm-up added 20.0 points (95 % interval 5.2 to 33.4).");
  }

  @Test
  void saysWhenItMayBeChance() {
    assertThat(sentence(new ArmCounts(100, 50, 26), new ArmCounts(100, 50, 24)))
        .endsWith("), which may be chance.");
  }

  @Test
  void saysWhenThereIsNothingToCompare() {
    assertThat(sentence(new ArmCounts(100, 5, 5), new ArmCounts(98, 0, 0)))
        .isEqualTo(
            "nothing to compare yet: of 98 held-out keys 0 were read, of as many warmed ones 5.");
  }

  private static String sentence(ArmCounts warmed, ArmCounts heldOut) {
    return Holdouts.of(new Counts(warmed, heldOut)).sentence();
  }
}
