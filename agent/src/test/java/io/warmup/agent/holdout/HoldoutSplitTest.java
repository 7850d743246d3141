package io.warmup.agent.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.warmup.agent.cache.Trial.Arm;
import io.warmup.agent.config.Rollout;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is left cold. */
class HoldoutSplitTest {

  @Test
  void leavesTheShareColdAndWatchesAsManyOthers() {
    HoldoutSplit split = split(0.02, "shop-1", "products");

    assertThat(share(split, Arm.HELD_OUT)).isCloseTo(0.02, within(0.002));
    assertThat(share(split, Arm.WARMED)).isCloseTo(0.02, within(0.002));
  }

  @Test
  void aKeyStaysWhereItIs() {
    for (int key = 0; key < 1_000; key++) {
      assertThat(split(0.1, "shop-1", "products").arm(key))
          .isEqualTo(split(0.1, "shop-1", "products").arm(key));
    }
  }

  @Test
  void anotherInstanceAndAnotherCacheLeaveOthersCold() {
    assertThat(agreement(split(0.5, "shop-1", "a"), split(0.5, "shop-2", "a")))
        .isCloseTo(0.5, within(0.02));
    assertThat(agreement(split(0.5, "shop-1", "a"), split(0.5, "shop-1", "b")))
        .isCloseTo(0.5, within(0.02));
  }

  @Test
  void exemptKeysAreAlwaysWarm() {
    HoldoutSplit split = split(0.5, "shop-1", "products", "home*", "*.vip.*", "a.b");

    IntStream.range(0, 200)
        .forEach(
            i ->
                assertThat(List.of("homepage" + i, i + ".vip.x"))
                    .allSatisfy(key -> assertThat(split.arm(key)).isNull()));
    assertThat(split.arm("a.b")).isNull();
    assertThat(IntStream.range(0, 50).mapToObj(i -> split.arm("axb" + i)))
        .anyMatch(Objects::nonNull);
  }

  @Test
  void aKeyThatCannotSayItsNameIsWarmed() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no");
          }
        };

    assertThat(split(1, "shop-1", "products").arm(broken)).isNull();
  }

  @Test
  void nothingIsSplitWithoutAHoldout() {
    assertThat(HoldoutSplit.of(new Rollout(100, 0, "shop-1", List.of()), "products")).isNull();
  }

  private static double share(HoldoutSplit split, Arm arm) {
    return IntStream.range(0, 100_000).filter(key -> split.arm("product:" + key) == arm).count()
        / 100_000.0;
  }

  private static double agreement(HoldoutSplit one, HoldoutSplit other) {
    return IntStream.range(0, 10_000).filter(key -> one.arm(key) == other.arm(key)).count()
        / 10_000.0;
  }

  private static HoldoutSplit split(double share, String instance, String cache, String... except) {
    return Objects.requireNonNull(
        HoldoutSplit.of(new Rollout(100, share, instance, List.of(except)), cache));
  }
}
