package io.warmup.agent.cli;

import io.warmup.agent.report.diff.ReportDiff;
import io.warmup.agent.report.json.ReportJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two reports. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Compares two reports: what the warm-up gained, and what it cost.",
    description = {
      "",
      "Two reports of one application: before and after a change, or the control group (mode:"
          + " observe) and a warmed instance. What differs by no more than chance is not listed.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:compared", "1:compared, with caution", "2:one cannot be read"},
    footer = {"", "Example:", "  diff control/latest.json warmed/latest.json"})
final class DiffCommand implements Callable<Integer> {

  /** Ways to show a difference. */
  enum Format {
    table,
    json
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "A", description = "The first report: before, or control.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The second: after, or warmed.")
  private Path second = Path.of("");

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: table.")
  private Format format = Format.table;

  @Override
  public Integer call() {
    try {
      ReportDiff diff =
          ReportDiff.between(new ReportFile(first).read(), new ReportFile(second).read());
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          format == Format.json
              ? ReportJson.writeRecord(diff)
              : new DiffText(diff, Ansi.AUTO).toString());
      out.flush();
      return diff.cautions().isEmpty() ? Main.FINE : Main.PARTIAL;
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.FAILED;
    }
  }
}
