package io.warmup.agent.cli;

import io.warmup.agent.control.State;
import io.warmup.agent.control.Status;
import io.warmup.agent.jmx.WarmupMXBean;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.json.UnreadableReportException;
import picocli.CommandLine.Command;

/** What a live warm-up is doing. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Shows what the warm-up of a live process is doing.",
    description = {
      "",
      "State, strategies with their progress, the caches that were found (their names are those that"
          + " a strategy or 'caches:' may use) and whether traffic is let in. It asks the process"
          + " through the JVM's attach mechanism: no port is needed, and nothing is changed.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:warm, warming, or observing",
      "1:stopped, or nothing to warm with",
      "2:failed, or not to be reached"
    },
    footer = {
      "",
      "Examples:",
      "  status 4711",
      "  status                                      the only Java process there is",
      "  status 4711 --format json | jq -r .state"
    })
final class StatusCommand extends LiveCommand {

  @Override
  int run(LiveJvm jvm) throws UnreachableException, UnreadableReportException {
    WarmupMXBean application = options.application(jvm);
    Status status = status(application);
    show(
        options.json()
            ? ReportJson.writeRecord(status)
            : new StatusText(status, ansi()).toString());
    return exit(status.state());
  }

  static int exit(State state) {
    return switch (state) {
      case STARTING, WARMING, WARM, OBSERVING -> Main.FINE;
      case STOPPED, IDLE -> Main.PARTIAL;
      case FAILED -> Main.FAILED;
    };
  }
}
