package io.warmup.agent.cli;

import io.warmup.agent.control.Status;
import io.warmup.agent.jmx.WarmupMXBean;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.json.UnreadableReportException;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.report.model.StrategyReport;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Warms a live process once more. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Warms the caches of a live process now, and waits for the end of it.",
    description = {
      "",
      "Traffic is not held back. Ctrl-C ends this command, not the run; 'stop' does that.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all keys are warm",
      "1:some keys failed, or the run was stopped",
      "2:a strategy failed, or the process is not to be reached"
    },
    footer = {
      "",
      "Examples:",
      "  run 4711",
      "  run 4711 --only HotProducts --limit 100",
      "  run 4711 --no-wait"
    })
final class RunCommand extends LiveCommand {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  @Option(names = "--only", paramLabel = "S", description = "One strategy alone, by its name.")
  private @Nullable String only;

  private long limit;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many keys of each strategy, its most valuable ones.")
  private void limit(long keys) {
    if (keys < 0) {
      throw new ParameterException(spec.commandLine(), "--limit: " + keys + " is less than 0");
    }
    limit = keys;
  }

  @Option(names = "--no-wait", description = "Start the run, say its number, and be done.")
  private boolean noWait;

  @Override
  int run(LiveJvm jvm) throws UnreachableException, UnreadableReportException {
    WarmupMXBean application = options.application(jvm);
    int number = application.run(only, limit);
    if (noWait) {
      show(options.json() ? "{\"run\": " + number + "}\n" : "run " + number + " has started\n");
      return Main.FINE;
    }
    RunReport run = awaitEnd(application, number);
    show(options.json() ? ReportJson.writeRecord(run) : text(run));
    return exit(run);
  }

  private RunReport awaitEnd(WarmupMXBean application, int number)
      throws UnreadableReportException {
    ProgressLines progress = new ProgressLines(err(), ansi().enabled() && !options.json());
    while (true) {
      Status status = status(application);
      if (!status.runs().contains(number)) {
        progress.end();
        Optional<RunReport> run =
            ReportJson.read(application.report()).runs().stream()
                .filter(it -> it.number() == number)
                .findFirst();
        if (run.isPresent()) {
          return run.get();
        }
      } else {
        progress.show(status);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static String text(RunReport run) {
    return new RunText(run, ansi()).toString();
  }

  static int exit(RunReport run) {
    int worst = Main.FINE;
    for (StrategyReport strategy : run.strategies()) {
      worst = Math.max(worst, exit(strategy));
    }
    return worst;
  }

  private static int exit(StrategyReport strategy) {
    if (strategy.outcome() == Outcome.FAILED || strategy.outcome() == Outcome.GIVEN_UP) {
      return Main.FAILED;
    }
    return strategy.outcome() == Outcome.DONE && strategy.failed() == 0 ? Main.FINE : Main.PARTIAL;
  }
}
