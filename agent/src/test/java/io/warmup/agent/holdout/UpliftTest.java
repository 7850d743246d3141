package io.warmup.agent.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval is the published one, and keeps its promise of 95 %. */
class UpliftTest {

  private static final int RUNS = 4_000;

  /** Newcombe 1998, table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.2000, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.6000, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.5714, 0.0582, 0.8062",
    "5, 56, 0, 29, 0.0893, -0.0381, 0.1926",
    "0, 10, 0, 20, 0.0000, -0.1611, 0.2775",
    "10, 10, 0, 10, 1.0000, 0.6075, 1.0000"
  })
  void givesThePublishedIntervals(
      int hits, int of, int otherHits, int ofOther, double difference, double low, double high) {
    Uplift uplift = Uplift.of(new Proportion(hits, of), new Proportion(otherHits, ofOther));

    assertThat(uplift.difference()).isCloseTo(difference, within(0.00005));
    assertThat(uplift.low()).isCloseTo(low, within(0.00005));
    assertThat(uplift.high()).isCloseTo(high, within(0.00005));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 200, 200", "0.9, 400, 300", "0.03, 500, 480", "0.2, 60, 900"})
  void coversZeroInNineteenOfTwentyRunsWithoutAnEffect(double share, int keys, int others) {
    assertThat(coverage(share, keys, share, others)).isBetween(0.94, 0.975);
  }

  @ParameterizedTest
  @CsvSource({"0.97, 300, 0.02, 280", "0.8, 250, 0.5, 250", "0.55, 1000, 0.50, 1000"})
  void coversThePlantedEffectAsOften(double share, int keys, double otherShare, int others) {
    assertThat(coverage(share, keys, otherShare, others)).isBetween(0.94, 0.975);
  }

  @Test
  void aPlantedEffectIsSeenAndItsAbsenceIsNot() {
    assertThat(Uplift.of(new Proportion(97, 100), new Proportion(2, 100)).isCertain()).isTrue();
    assertThat(Uplift.of(new Proportion(51, 100), new Proportion(49, 100)).isCertain()).isFalse();
  }

  private static double coverage(double share, int keys, double otherShare, int others) {
    Random random = new Random(20_261_124);
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      Uplift uplift = Uplift.of(drawn(share, keys, random), drawn(otherShare, others, random));
      double effect = share - otherShare;
      if (uplift.low() <= effect && effect <= uplift.high()) {
        covered++;
      }
    }
    return (double) covered / RUNS;
  }

  private static Proportion drawn(double share, int keys, Random random) {
    int hits = 0;
    for (int i = 0; i < keys; i++) {
      if (random.nextDouble() < share) {
        hits++;
      }
    }
    return new Proportion(hits, keys);
  }
}
