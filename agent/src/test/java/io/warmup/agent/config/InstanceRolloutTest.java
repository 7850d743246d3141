package io.warmup.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which instances of a fleet warm. */
class InstanceRolloutTest {

  private static final List<String> PODS =
      IntStream.range(0, 20_000).mapToObj(i -> "shop-7d9f6c-" + i).toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 25, 50, 90})
  void theShareIsTheOneAskedFor(int percent) {
    // Binomial: five standard deviations either way.
    double share = percent / 100.0;
    double spread = 5 * Math.sqrt(PODS.size() * share * (1 - share));

    assertThat((double) warming(percent).size())
        .isBetween(PODS.size() * share - spread, PODS.size() * share + spread);
  }

  @Test
  void raisingThePercentageTakesNoInstanceOut() {
    Set<String> before = Set.of();
    for (int percent = 1; percent <= 100; percent++) {
      Set<String> now = Set.copyOf(warming(percent));
      assertThat(now.containsAll(before)).as("%d %%", percent).isTrue();
      before = now;
    }
    assertThat(before).hasSize(PODS.size());
  }

  @Test
  void noneAtZeroAndTheSameAtEveryStart() {
    assertThat(warming(0)).isEmpty();
    // Fixed for good: a change of the hash would reshuffle every fleet in the middle of a rollout.
    assertThat(IntStream.range(0, 20).filter(i -> InstanceRollout.warms("shop-" + i, 20)))
        .containsExactly(5, 8, 15);
  }

  @Test
  void smallSetsOfNeighboursAreSpreadToo() {
    // Ten replicas of a StatefulSet at 50 %, over many sets: the mean is five.
    double mean =
        IntStream.range(0, 1_000)
            .mapToLong(
                set ->
                    IntStream.range(0, 10)
                        .filter(i -> InstanceRollout.warms("set" + set + "-" + i, 50))
                        .count())
            .average()
            .orElseThrow();

    assertThat(mean).isBetween(4.75, 5.25);
  }

  private static List<String> warming(int percent) {
    return PODS.stream().filter(pod -> InstanceRollout.warms(pod, percent)).toList();
  }
}
