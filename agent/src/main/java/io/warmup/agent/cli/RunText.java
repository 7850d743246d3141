package io.warmup.agent.cli;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.report.model.StrategyReport;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** One run for a terminal. */
record RunText(RunReport run, Ansi ansi) {

  @Override
  public String toString() {
    TextTable table =
        new TextTable("STRATEGY", "CACHE", "WARMED", "FAILED", "TOOK", "KEYS/S", "END");
    for (StrategyReport s : run.strategies()) {
      String end = StatusText.words(s.outcome());
      table.row(
          s.strategy(),
          s.cache(),
          Figures.count(s.warmed()),
          Figures.count(s.failed()),
          Figures.duration(s.took()),
          Figures.count(Math.round(s.keysPerSecond())),
          s.note() == null ? end : end + ": " + s.note());
    }
    List<String> lines = table.lines();
    String head = ansi.enabled() ? Style.bold.on() + lines.get(0) + Style.reset.on() : lines.get(0);
    return "run %d took %s\n\n%s\n%s\n"
        .formatted(
            run.number(),
            Figures.duration(run.took()),
            head,
            String.join("\n", lines.subList(1, lines.size())));
  }
}
