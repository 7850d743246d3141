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

  @Test
  void mistakesOneKeyIn65536AtMost() {
    IntStream.range(0, UsedKeys.MOST).forEach(keys::add);
    assertThat(IntStream.range(0, UsedKeys.MOST).allMatch(keys::contains)).isTrue();
    int others = 4_000_000;
    long mistaken =
        IntStream.range(UsedKeys.MOST, UsedKeys.MOST + others).filter(keys::contains).count();
    assertThat(mistaken).isLessThan(2 * others / UsedKeys.MOST);
  }

  @Test
  void keepsTheFirstOfTooMany() {
    IntStream.range(0, UsedKeys.MOST + 1_000).forEach(keys::add);
    assertThat(keys.contains(0)).isTrue();
    assertThat(keys.contains(UsedKeys.MOST + 500)).isFalse();
    AtomicLong ints = new AtomicLong();
    keys.parts((part, times) -> ints.addAndGet(part instanceof int[] slots ? slots.length : 0));
    assertThat(ints.get() * Integer.BYTES).isEqualTo(512 * 1_024);
  }
}
