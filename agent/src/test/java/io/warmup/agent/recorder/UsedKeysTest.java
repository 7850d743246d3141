package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsedKeysTest {

  private final UsedKeys keys = new UsedKeys();

  @Test
  void knowsWhatWasAdded() {
    assertThat(keys.contains("a")).isFalse();
    keys.add("a");
    keys.add(List.of(0, 31));
    assertThat(keys.contains("a")).isTrue();
    assertThat(keys.contains("b")).isFalse();
    assertThat(keys.contains(List.of(0, 31))).isTrue();
    assertThat(keys.contains(List.of(1, 0))).as("of the same hash code").isFalse();
  }

  /** By 32 bits alone a thousand of these would be. */
  @Test
  void mistakesNextToNone() {
    IntStream.range(0, UsedKeys.MOST).forEach(keys::add);
    assertThat(IntStream.range(0, UsedKeys.MOST).allMatch(keys::contains)).isTrue();
    int others = 4_000_000;
    long mistaken =
        IntStream.range(UsedKeys.MOST, UsedKeys.MOST + others).filter(keys::contains).count();
    assertThat(mistaken).isLessThanOrEqualTo(1);
  }

  @Test
  void keepsTheFirstOfTooMany() {
    IntStream.range(0, UsedKeys.MOST + 1_000).forEach(keys::add);
    assertThat(keys.contains(0)).isTrue();
    assertThat(keys.contains(UsedKeys.MOST + 500)).isFalse();
    assertThat(heldBytes()).isEqualTo(12L * 1_024 * 1_024);
  }

  /** Within what an entry and a warmed key may take together. */
  @Test
  void takesSixteenBytesAKeyAtMost() {
    for (int key = 0; key < 100_000; key++) {
      keys.add(key);
      if (key > 16) {
        assertThat(heldBytes()).isLessThanOrEqualTo(16L * (key + 1));
      }
    }
  }

  private long heldBytes() {
    AtomicLong bytes = new AtomicLong();
    keys.parts(
        (part, times) -> {
          if (part instanceof int[] ints) {
            bytes.addAndGet((long) Integer.BYTES * ints.length);
          } else if (part instanceof short[] shorts) {
            bytes.addAndGet((long) Short.BYTES * shorts.length);
          }
        });
    return bytes.get();
  }
}
