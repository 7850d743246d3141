package io.warmup.agent.cli;

import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry of the command line. */
@Command(
    name = "warmup-agent",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = "java -jar warmup-agent.jar COMMAND [OPTIONS]",
    description = {
      "",
      "Warms an application's caches before traffic opens, and proves what that was worth.",
      "",
      "The agent itself is a flag of the application's JVM:",
      "",
      "  java -javaagent:warmup-agent.jar -Dwarmup.config=warmup.yaml -jar shop.jar",
      "",
      "These commands are for before, meanwhile and after:",
      ""
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fine", "1:partly done, or done with warnings", "2:failed"},
    footer = {
      "",
      "Completion for bash and zsh, with warmup-agent an alias of java -jar warmup-agent.jar:",
      "  source <(java -jar warmup-agent.jar generate-completion)"
    },
    subcommands = {
      CheckCommand.class,
      StatusCommand.class,
      PlanCommand.class,
      RunCommand.class,
      StopCommand.class,
      AttachCommand.class,
      ReportCommand.class,
      DiffCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    })
public final class Main implements Runnable {

  static final int FINE = 0;
  static final int PARTIAL = 1;
  static final int FAILED = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    System.exit(run(out, err, arguments));
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              err.println("warmup-agent: " + e);
              return FAILED;
            })
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
