package io.warmup.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.log.LogSink.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {

  private final List<String> early = new ArrayList<>();
  private final List<String> late = new ArrayList<>();
  private final Log log = new Log((level, line) -> early.add(level + " " + line));

  @Test
  void eachLineGoesToOnePlace() {
    log.info("before");
    log.switchTo((level, line) -> late.add(level + " " + line));
    log.warn("after");

    assertThat(early).containsExactly("INFO [warmup] before");
    assertThat(late).containsExactly("WARN [warmup] after");
  }

  @Test
  void loggingThatBreaksCostsNoLine() {
    log.switchTo(
        (level, line) -> {
          throw new NoClassDefFoundError("org/slf4j/Logger");
        });
    log.info("still said");

    assertThat(early).containsExactly("INFO [warmup] still said");
  }

  @Test
  void aMessageIsOneLineWhateverItQuotes() {
    log.info("key a\nWARN forged\r\u001b[31m");

    assertThat(early).containsExactly("INFO [warmup] key a\\nWARN forged\\u000d\\u001b[31m");
  }

  @Test
  void stderrIsTheOneTheAgentFoundAndShowsWarnings() {
    PrintStream before = System.err;
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(found, true, StandardCharsets.UTF_8));
      LogSink sink = new StderrSink();
      System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
      sink.write(Level.INFO, "[warmup] one");
      sink.write(Level.WARN, "[warmup] two");
    } finally {
      System.setErr(before);
    }

    assertThat(found.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("[warmup] one", "[warmup] WARN two");
  }
}
