package io.warmup.agent.cli;

import io.warmup.agent.config.load.ConfigLoader;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.config.source.Sources;
import io.warmup.agent.log.Log;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.model.Setting;
import io.warmup.agent.strategy.DeclaredStrategies;
import io.warmup.agent.strategy.DeclaredStrategies.Declared;
import io.warmup.agent.warmer.Schedule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a configuration before anything is started with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Checks a configuration before anything is started with it.",
    description = {
      "",
      "Reads the file and the strategy jars it names, and prints every effective value with its"
          + " origin. System properties and WARMUP_* of this shell count as they would for the"
          + " application; the application's own class path is not looked at.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the agent would start with it",
      "1:it would, and has something to say",
      "2:it would not"
    },
    footer = {"", "Example:", "  check --config warmup.yaml"})
final class CheckCommand implements Callable<Integer> {

  /** Ways to show a check. */
  enum Format {
    table,
    json
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The file; default: as the agent would find it.")
  private @Nullable Path config;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: table.")
  private Format format = Format.table;

  @Override
  public Integer call() {
    Checked checked = check();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.print(ReportJson.writeRecord(checked));
    } else {
      show(checked, out);
    }
    out.flush();
    return checked.problems().isEmpty()
        ? checked.warnings().isEmpty() ? Main.FINE : Main.PARTIAL
        : Main.FAILED;
  }

  private Checked check() {
    ConfigLoader loader = new ConfigLoader(Schedule::problem);
    ConfigResult result =
        loader.load(Sources.ofThisProcess(config == null ? null : "config=" + config));
    if (result instanceof ConfigResult.Loaded loaded) {
      return checked(loaded);
    }
    List<String> problems =
        ((ConfigResult.Invalid) result).problems().stream().map(Object::toString).toList();
    return new Checked(problems, List.of(), List.of(), List.of());
  }

  private static Checked checked(ConfigResult.Loaded loaded) {
    List<String> warnings = new ArrayList<>(loaded.notices());
    List<Declared> strategies =
        DeclaredStrategies.in(
            loaded.config().strategiesPath(), new Log((level, line) -> warnings.add(line)));
    strategies.stream()
        .filter(strategy -> !strategy.present())
        .map(it -> it.jar() + " declares " + it.className() + ", but has no such class")
        .forEach(warnings::add);
    List<Setting> settings =
        loaded.effective().entries().stream()
            .map(it -> new Setting(it.key(), it.value(), it.origin().toString()))
            .toList();
    return new Checked(List.of(), warnings, settings, strategies);
  }

  private void show(Checked checked, PrintWriter out) {
    PrintWriter err = spec.commandLine().getErr();
    checked.problems().forEach(err::println);
    if (!checked.settings().isEmpty()) {
      TextTable settings = new TextTable("SETTING", "VALUE", "FROM");
      checked.settings().forEach(s -> settings.row(s.key(), s.value(), s.origin()));
      settings.lines().forEach(out::println);
    }
    if (!checked.strategies().isEmpty()) {
      TextTable strategies = new TextTable("STRATEGY", "JAR");
      checked.strategies().forEach(s -> strategies.row(s.className(), s.jar()));
      out.println();
      strategies.lines().forEach(out::println);
    }
    out.flush();
    checked.warnings().forEach(err::println);
  }

  /**
   * What a check found.
   *
   * @param problems that keep the agent from warming anything
   * @param warnings that do not
   * @param settings every effective value; none if there are problems
   * @param strategies declared in the strategy jars
   */
  public record Checked(
      List<String> problems,
      List<String> warnings,
      List<Setting> settings,
      List<Declared> strategies) {}
}
