package io.warmup.agent.cli;

import io.warmup.agent.control.Status;
import io.warmup.agent.control.Status.StrategyStatus;
import io.warmup.agent.report.Figures;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Progress: on a terminal one bar that moves, in a pipe a plain line for each tenth. */
final class ProgressLines {

  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean moves;
  private int told = -1;

  ProgressLines(PrintWriter out, boolean moves) {
    this.out = out;
    this.moves = moves;
  }

  void show(Status status) {
    int tenth = (int) (status.progress() * 10);
    if (moves) {
      int full = (int) Math.round(status.progress() * WIDTH);
      out.print("\r\u001b[K" + "█".repeat(full) + "░".repeat(WIDTH - full) + " " + words(status));
      out.flush();
    } else if (tenth > told) {
      told = tenth;
      out.println(words(status));
    }
  }

  /** Clears the way for what comes after. */
  void end() {
    if (moves) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private static String words(Status status) {
    return Figures.share(status.progress())
        + status.strategies().stream()
            .filter(StrategyStatus::running)
            .map(it -> ", " + it.strategy() + " " + Figures.count(it.done()) + of(it.total()))
            .collect(Collectors.joining());
  }

  private static String of(@Nullable Long total) {
    return total == null ? "" : " of " + Figures.count(total);
  }
}
