package io.warmup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void isPlainLinesInAPipeOneAQuarter() {
    play(new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), false));
    assertThat(text().lines())
        .containsExactly(
            "serving",
            "serving  30 %",
            "serving  50 %",
            "serving  80 %",
            "serving 100 %",
            "served");
  }

  @Test
  void isOneLineThatFillsOnATerminal() {
    play(new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), true));
    assertThat(text()).containsOnlyOnce(System.lineSeparator());
    assertThat(text())
        .contains("\r\033[Kserving [======              ]  30 %")
        .endsWith("\r\033[Kserved" + System.lineSeparator());
  }

  private static void play(Progress progress) {
    progress.begin("serving");
    for (int tenth = 1; tenth <= 10; tenth++) {
      progress.advance("serving", tenth / 10.0);
    }
    progress.end("served");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
