package io.warmup.agent.cli;

import io.warmup.agent.control.WarmupControl.DryRunReport;
import io.warmup.agent.report.Figures;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.json.UnreadableReportException;
import io.warmup.agent.warmer.PlannedStrategy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A dry run in a live process. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Dry run in a live process: which strategies, how many keys. Loads nothing.",
    description = {
      "",
      "The strategies list their keys against the application's real beans and data, and the keys are"
          + " counted. With --config another file, and its strategy jars, are tried without a restart"
          + " and without touching what runs.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all strategies can run",
      "1:some cannot",
      "2:none can, or the process is not to be reached"
    },
    footer = {
      "",
      "Examples:",
      "  plan 4711",
      "  plan 4711 --config new.yaml",
      "  plan --config new.yaml      in the only Java process there is"
    })
final class PlanCommand extends LiveCommand {

  @Option(
      names = "--config",
      paramLabel = "F",
      description = "Another configuration file; default: the one the process has.")
  private @Nullable Path config;

  @Override
  int run(LiveJvm jvm) throws UnreachableException, UnreadableReportException {
    String file = config == null ? null : config.toAbsolutePath().toString();
    String json = options.application(jvm).plan(file);
    DryRunReport plan = ReportJson.readRecord(json, DryRunReport.class);
    show(options.json() ? json : text(plan));
    if (!options.json()) {
      plan.problems().forEach(err()::println);
    }
    return exit(plan);
  }

  private static int exit(DryRunReport plan) {
    long able = plan.strategies().stream().filter(it -> it.obstacle() == null).count();
    return able == 0
        ? Main.FAILED
        : able == plan.strategies().size() && plan.problems().isEmpty() ? Main.FINE : Main.PARTIAL;
  }

  private static String text(DryRunReport plan) {
    if (plan.strategies().isEmpty()) {
      return "nothing would be warmed in " + plan.application() + "\n";
    }
    TextTable table =
        new TextTable("STRATEGY", "CACHE", "KIND", "PRIORITY", "KEYS", "LISTED IN", "WOULD RUN");
    long keys = 0;
    for (PlannedStrategy s : plan.strategies()) {
      Long listed = s.keys();
      keys += listed == null ? 0 : listed;
      table.row(
          s.strategy(),
          s.cache(),
          s.cacheKind() == null ? Figures.UNKNOWN : s.cacheKind(),
          Integer.toString(s.priority()),
          Figures.count(listed) + (s.complete() || listed == null ? "" : "+"),
          Figures.duration(s.listing()),
          s.obstacle() == null ? "yes" : "no: " + s.obstacle());
    }
    return String.join("\n", table.lines())
        + "\n\n"
        + Figures.count(keys, "key", "keys")
        + " would be loaded into "
        + plan.application()
        + "; nothing was.\n";
  }
}
