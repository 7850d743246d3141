package io.warmup.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import io.warmup.agent.control.State;
import io.warmup.agent.control.Status;
import io.warmup.agent.control.Status.StrategyStatus;
import io.warmup.agent.report.ThisProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private final StringWriter out = new StringWriter();

  @Test
  void aPipeGetsAPlainLineForEachTenth() {
    show(false, 1_010, 1_015, 2_000);

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            10 %, HotProducts 1,010 of 10,000
            20 %, HotProducts 2,000 of 10,000
            """);
  }

  @Test
  void aTerminalGetsOneBarThatMovesAndGoesAway() {
    show(true, 5_000, 10_000);

    assertThat(out.toString())
        .contains("\r\u001b[K" + "█".repeat(15) + "░".repeat(15) + " 50 %, HotProducts 5,000")
        .contains("\r\u001b[K" + "█".repeat(30) + " 100 %")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }

  private void show(boolean moves, long... done) {
    ProgressLines lines = new ProgressLines(new PrintWriter(out), moves);
    for (long keys : done) {
      lines.show(status(keys));
    }
    lines.end();
  }

  private static Status status(long done) {
    return new Status(
        Instant.EPOCH,
        "shop",
        ThisProcess.identity("shop"),
        "test",
        Mode.WARM,
        State.WARMING,
        done / 10_000.0,
        null,
        true,
        List.of(1),
        List.of(
            new StrategyStatus(
                "HotProducts", "products", 0, true, true, done, 10_000L, 0, null, null, null, 0)),
        List.of(),
        null);
  }
}
