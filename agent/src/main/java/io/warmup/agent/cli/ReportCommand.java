package io.warmup.agent.cli;

import io.warmup.agent.report.html.HtmlReport;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.model.WarmupReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows reports. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Shows what warm-ups were worth, from the reports the agent wrote.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all are shown", "1:some cannot be read", "2:none can"},
    footer = {
      "",
      "Examples:",
      "  report warmup-report                        the latest one, as a table",
      "  report pod-1/latest.json pod-2/latest.json  two of a fleet",
      "  report --format html warmup-report > a.html a page to send to somebody",
      "  report --format json warmup-report | jq '.caches[].missesAvoided'"
    })
final class ReportCommand implements Callable<Integer> {

  /** Ways to show a report. */
  enum Format {
    table,
    json,
    html
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON reports, or folders of them: then the latest.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: table. html takes one FILE.")
  private Format format = Format.table;

  @Override
  public Integer call() {
    if (format == Format.html && files.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--format html takes one FILE, not " + files.size());
    }
    List<WarmupReport> reports = readable();
    if (!reports.isEmpty()) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(shown(reports));
      out.flush();
    }
    return reports.size() == files.size()
        ? Main.FINE
        : reports.isEmpty() ? Main.FAILED : Main.PARTIAL;
  }

  private List<WarmupReport> readable() {
    List<WarmupReport> reports = new ArrayList<>();
    for (Path file : files) {
      try {
        reports.add(new ReportFile(file).read());
      } catch (IOException e) {
        spec.commandLine().getErr().println(e.getMessage());
      }
    }
    return reports;
  }

  private String shown(List<WarmupReport> reports) {
    return switch (format) {
      case html -> HtmlReport.render(reports.get(0));
      case json -> json(reports);
      case table ->
          reports.stream()
              .map(report -> new ReportText(report, Ansi.AUTO).toString())
              .collect(Collectors.joining("\n"));
    };
  }

  /** One report as it is, several as an array. */
  private String json(List<WarmupReport> reports) {
    return files.size() == 1
        ? ReportJson.write(reports.get(0))
        : reports.stream()
            .map(ReportJson::write)
            .map(String::strip)
            .collect(Collectors.joining(",\n", "[", "]\n"));
  }
}
