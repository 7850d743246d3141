package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.warmup.agent.cache.Trial.Arm;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.holdout.HoldoutSplit;
import io.warmup.agent.holdout.Proportion;
import io.warmup.agent.holdout.Uplift;
import io.warmup.agent.recorder.FirstTouches.ArmCounts;
import io.warmup.agent.recorder.FirstTouches.Counts;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The trial as a whole: split, traffic, first touches, interval. Seeds are fixed. */
class FirstTouchesTest {

  private static final int KEYS = 3_000;
  private static final int GETS = 10_000;
  private static final int RUNS = 400;

  @Test
  void countsTheFirstReadOfAKeyAlone() {
    FirstTouches touches = new FirstTouches();
    touches.admit("a", Arm.WARMED);
    touches.admit("b", Arm.HELD_OUT);
    touches.admit("c", Arm.HELD_OUT);
    touches.touched("a", true);
    touches.touched("a", false);
    touches.touched("b", false);
    touches.touched("b", true);
    touches.touched("nobody's", true);

    assertThat(touches.counts())
        .isEqualTo(new Counts(new ArmCounts(1, 1, 1), new ArmCounts(2, 1, 0)));
  }

  @Test
  void aKeyPlannedAgainStaysInItsArm() {
    FirstTouches touches = new FirstTouches();

    assertThat(touches.admit("a", Arm.HELD_OUT)).isTrue();
    touches.touched("a", false);
    assertThat(touches.admit("a", Arm.HELD_OUT)).isTrue();
    assertThat(touches.admit("a", Arm.WARMED)).isFalse();
    touches.touched("a", true);
    assertThat(touches.counts().heldOut()).isEqualTo(new ArmCounts(1, 1, 0));
  }

  @Test
  void withoutATrialThereIsNothingToTell() {
    FirstTouches touches = new FirstTouches();
    touches.touched("a", true);

    assertThat(touches.counts()).isNull();
  }

  /** A/A: nothing is warmed at all; other instances have filled some of the cache. */
  @Test
  void coversZeroWhereNothingWasWarmed() {
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      Uplift uplift = uplift(run, 0, 0.3);
      if (uplift.low() <= 0 && 0 <= uplift.high()) {
        covered++;
      }
    }
    assertThat((double) covered / RUNS).isBetween(0.93, 0.985);
  }

  /** Warming fails for some, and some keys are there without it: 0.9 against 0.3 is planted. */
  @Test
  void recoversThePlantedEffect() {
    int covered = 0;
    double sum = 0;
    for (int run = 0; run < RUNS; run++) {
      Uplift uplift = uplift(run, 0.9, 0.3);
      double effect = (1 - 0.3) * 0.9;
      sum += uplift.difference();
      if (uplift.low() <= effect && effect <= uplift.high()) {
        covered++;
      }
      assertThat(uplift.isCertain()).isTrue();
    }
    assertThat((double) covered / RUNS).isBetween(0.93, 0.985);
    assertThat(sum / RUNS).isCloseTo(0.63, within(0.01));
  }

  /**
   * One instance and its traffic, with demand fill.
   *
   * @param warmth share of the warmed keys that are in the cache when traffic comes
   * @param filled share of all keys that are in it anyway
   */
  private static Uplift uplift(int seed, double warmth, double filled) {
    Random random = new Random(seed);
    HoldoutSplit split =
        Objects.requireNonNull(
            HoldoutSplit.of(new Rollout(100, 0.1, "shop-" + seed, List.of()), "products"));
    FirstTouches touches = new FirstTouches();
    Set<Integer> cache = new HashSet<>();
    for (int key = 0; key < KEYS; key++) {
      Arm arm = split.arm(key);
      boolean leftCold = arm != null && touches.admit(key, arm) && arm == Arm.HELD_OUT;
      if (random.nextDouble() < filled || !leftCold && random.nextDouble() < warmth) {
        cache.add(key);
      }
    }
    Zipf zipf = new Zipf(KEYS, 0.9);
    for (int get = 0; get < GETS; get++) {
      int key = zipf.next(random);
      touches.touched(key, !cache.add(key));
    }
    Counts counts = Objects.requireNonNull(touches.counts());
    return Uplift.of(proportion(counts.warmed()), proportion(counts.heldOut()));
  }

  private static Proportion proportion(ArmCounts counts) {
    return new Proportion(counts.hits(), counts.touched());
  }

  private record Zipf(double[] cumulated) {

    Zipf(int keys, double exponent) {
      this(new double[keys]);
      double sum = 0;
      for (int i = 0; i < keys; i++) {
        sum += 1 / Math.pow(i + 1, exponent);
        cumulated[i] = sum;
      }
    }

    int next(Random random) {
      double place = random.nextDouble() * cumulated[cumulated.length - 1];
      int at = java.util.Arrays.binarySearch(cumulated, place);
      return at < 0 ? -at - 1 : at;
    }
  }
}
