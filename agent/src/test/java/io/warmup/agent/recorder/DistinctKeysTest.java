package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stated standard error is 1.6 %; three times that is allowed, for fixed keys. */
class DistinctKeysTest {

  @ParameterizedTest
  @MethodSource("kinds")
  void estimatesHowManyDifferentKeysThereWere(String kind, IntFunction<Object> key) {
    for (int count : new int[] {1, 10, 1_000, 100_000}) {
      DistinctKeys keys = new DistinctKeys();
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < count; i++) {
          keys.add(key.apply(i));
        }
      }
      assertThat(keys.estimate())
          .as("%d keys of kind %s", count, kind)
          .isCloseTo(count, withPercentage(4.8));
    }
  }

  /** Lists of small numbers share most of their 32-bit hash codes. */
  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("number", i -> (long) i),
        kind("text", i -> "product:" + i),
        kind("uuid", i -> new UUID(i, 7)),
        kind("list", i -> List.of(i / 300, i % 300)));
  }

  private static Arguments kind(String name, IntFunction<Object> key) {
    return Arguments.of(name, key);
  }
}
