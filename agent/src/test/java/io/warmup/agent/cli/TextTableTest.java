package io.warmup.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void numbersStandToTheRight() {
    assertThat(new TextTable("CACHE", "GETS").row("a", "1,000").row("products", "–").lines())
        .containsExactly("CACHE      GETS", "a         1,000", "products      –");
  }

  @Test
  void noNameCanForgeARowOrMoveTheCursor() {
    assertThat(new TextTable("CACHE").row("a\nb\u001b[2J").lines())
        .containsExactly("CACHE", "a\\nb\\u001b[2J");
  }

  @Test
  void thousandsOfRowsTakeNoTime() {
    TextTable table = new TextTable("CACHE", "GETS");
    for (int i = 0; i < 20_000; i++) {
      table.row("cache-" + i, Integer.toString(i));
    }
    long begun = System.nanoTime();

    assertThat(table.lines()).hasSize(20_001);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }
}
