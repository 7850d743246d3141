package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.recorder.FrequentKeys.Count;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrequentKeysTest {

  private final FrequentKeys keys = new FrequentKeys();

  @Test
  void exactWhileThereAreFewerKeysThanCounters() {
    for (int i = 0; i < 4_000; i++) {
      for (int times = 0; times <= i % 5; times++) {
        keys.add("key" + i, 1);
      }
    }
    assertThat(keys.error()).isZero();
    assertThat(keys.counts()).hasSize(4_000);
    assertThat(keys.counts().get(0).count()).isEqualTo(5);
    assertThat(keys.counts().stream().mapToLong(Count::count).sum()).isEqualTo(12_000);
  }

  /** Misses of a skewed stream over 50 times as many keys as there are counters. */
  @Test
  void findsTheTopHundredOfASkewedStream() {
    Map<Integer, Long> exact = new HashMap<>();
    Random random = new Random(7);
    double[] cumulated = zipf(200_000, 0.8);
    for (int i = 0; i < 2_000_000; i++) {
      int key = draw(cumulated, random);
      exact.merge(key, 1L, Long::sum);
      keys.add(key, 1);
    }
    List<Object> found = keys.counts().stream().limit(150).map(Count::key).toList();
    assertThat(found)
        .containsAll(
            exact.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .limit(100)
                .<Object>map(Map.Entry::getKey)
                .toList());
    assertThat(keys.counts())
        .allSatisfy(
            each ->
                assertThat(exact.get(each.key()))
                    .isBetween(each.count(), each.count() + keys.error()));
  }

  @Test
  void memoryIsBounded() {
    IntStream.range(0, 1_000_000).forEach(key -> keys.add(key, 1));
    assertThat(keys.counts().size()).isLessThanOrEqualTo(4_096);
  }

  private static double[] zipf(int ranks, double skew) {
    double[] cumulated = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1 / Math.pow(rank + 1.0, skew);
      cumulated[rank] = sum;
    }
    return cumulated;
  }

  private static int draw(double[] cumulated, Random random) {
    int at =
        java.util.Arrays.binarySearch(
            cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return at < 0 ? -at - 1 : at;
  }
}
