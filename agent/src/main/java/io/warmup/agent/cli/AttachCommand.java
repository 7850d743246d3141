package io.warmup.agent.cli;

import io.warmup.agent.control.State;
import io.warmup.agent.control.Status;
import io.warmup.agent.jmx.WarmupMXBean;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.json.UnreadableReportException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the agent into a process that was started without it. */
@Command(
    name = "attach",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Loads the agent into a process that runs without it, and warms its caches.",
    description = {
      "",
      "Traffic is open already and is not held back: the caches are warmed in the background, and"
          + " the get path is recorded from now on. On Java 21 and newer the JVM itself prints a"
          + " warning about agents that are loaded late; -XX:+EnableDynamicAgentLoading on the"
          + " application keeps it quiet. The flag -javaagent from the start is the better way: it"
          + " also warms before traffic.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the caches are warm", "1:the warm-up was stopped", "2:it failed"},
    footer = {"", "Example:", "  attach 4711 --config warmup.yaml"})
final class AttachCommand extends LiveCommand {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  @Option(
      names = "--config",
      required = true,
      paramLabel = "F",
      description = "The configuration file.")
  private Path config = Path.of("");

  @Override
  int run(LiveJvm jvm) throws UnreachableException, UnreadableReportException {
    if (!Files.isReadable(config)) {
      throw new UnreachableException(config + " cannot be read");
    }
    jvm.load(ownJar(), config.toAbsolutePath());
    WarmupMXBean application = options.application(jvm);
    Status status = awaitWarm(application);
    show(
        options.json()
            ? ReportJson.writeRecord(status)
            : new StatusText(status, ansi()).toString());
    return StatusCommand.exit(status.state());
  }

  private Status awaitWarm(WarmupMXBean application) throws UnreadableReportException {
    ProgressLines progress = new ProgressLines(err(), ansi().enabled() && !options.json());
    while (true) {
      Status status = status(application);
      if (status.state() != State.STARTING && status.state() != State.WARMING) {
        progress.end();
        return status;
      }
      progress.show(status);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static Path ownJar() throws UnreachableException {
    try {
      return Path.of(
          AttachCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new UnreachableException("the agent jar's own path is not known: " + e);
    }
  }
}
