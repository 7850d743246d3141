package io.warmup.agent.cli;

import picocli.CommandLine.Command;

/** Ends the runs of a live process. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Ends the warm-up runs of a live process at once.",
    description = {
      "",
      "What is warmed stays in the caches. Traffic that is held back is let in. Later runs, on"
          + " schedule or by 'run', start as ever.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:stopped, or nothing was running", "2:the process is not to be reached"},
    footer = {"", "Example:", "  stop 4711"})
final class StopCommand extends LiveCommand {

  @Override
  int run(LiveJvm jvm) throws UnreachableException {
    int stopped = options.application(jvm).stop();
    show(
        options.json()
            ? "{\"stopped\": " + stopped + "}\n"
            : stopped == 0
                ? "nothing was running\n"
                : stopped + (stopped == 1 ? " run" : " runs") + " stopped\n");
    return Main.FINE;
  }
}
