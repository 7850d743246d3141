package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.cache.Trial.Arm;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.holdout.HoldoutSplit;
import io.warmup.agent.holdout.Proportion;
import io.warmup.agent.holdout.Uplift;
import io.warmup.agent.recorder.FirstTouches.Counts;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A thousand instances with their own fifth of the keys left cold, each with its own visitors: few
 * keys are asked for often and many never. What the reports say is held against what is true.
 */
class HoldoutSimulationTest {

  private static final int INSTANCES = 1_000;
  private static final int PLANNED = 1_000;
  private static final int ASKED_FOR = 2 * PLANNED;
  private static final int GETS = 1_500;

  private final Random random = new Random(20_261_124);
  private final double[] popularity = zipf(0.9);

  /**
   * How likely a warmed key is still there when it is first asked for, and how likely somebody else
   * has loaded a cold one: nothing is gained where both are the same.
   */
  @ParameterizedTest
  @CsvSource({"1.0, 1.0", "0.9, 0.9", "0.5, 0.5", "0.0, 0.0", "0.97, 0.02", "0.8, 0.5", "0.3, 0.4"})
  void theIntervalHoldsTheTruthInNineteenOfTwentyReports(double warmed, double cold) {
    int held = 0;
    for (int instance = 0; instance < INSTANCES; instance++) {
      Uplift uplift = uplift(observed("shop-" + instance, warmed, cold));
      if (uplift.low() <= warmed - cold && warmed - cold <= uplift.high()) {
        held++;
      }
    }
    assertThat((double) held / INSTANCES).isGreaterThanOrEqualTo(0.935);
    if (warmed > 0.1 && warmed < 0.95) {
      assertThat((double) held / INSTANCES).as("no wider than need be").isLessThan(0.985);
    }
  }

  private static Uplift uplift(Counts counts) {
    return Uplift.of(
        new Proportion(counts.warmed().hits(), counts.warmed().touched()),
        new Proportion(counts.heldOut().hits(), counts.heldOut().touched()));
  }

  private Counts observed(String instance, double warmed, double cold) {
    HoldoutSplit split = HoldoutSplit.of(new Rollout(100, 0.2, instance, List.of()), "products");
    FirstTouches touches = new FirstTouches();
    Set<Integer> cache = new HashSet<>();
    for (int key = 0; key < PLANNED; key++) {
      Arm arm = split.arm(key);
      if (arm != null) {
        touches.admit(key, arm);
      }
      if (random.nextDouble() < (arm == Arm.HELD_OUT ? cold : warmed)) {
        cache.add(key);
      }
    }
    for (int get = 0; get < GETS; get++) {
      int at = Arrays.binarySearch(popularity, random.nextDouble());
      int key = at < 0 ? -at - 1 : at;
      touches.touched(key, !cache.add(key));
    }
    return touches.counts();
  }

  /** Cumulated, up to 1. */
  private static double[] zipf(double exponent) {
    double[] cumulated = new double[ASKED_FOR];
    double sum = 0;
    for (int rank = 0; rank < ASKED_FOR; rank++) {
      sum += Math.pow(rank + 1, -exponent);
      cumulated[rank] = sum;
    }
    for (int rank = 0; rank < ASKED_FOR; rank++) {
      cumulated[rank] /= sum;
    }
    cumulated[ASKED_FOR - 1] = 1;
    return cumulated;
  }
}
