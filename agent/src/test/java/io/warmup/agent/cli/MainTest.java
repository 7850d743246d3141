package io.warmup.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @Test
  void helpTeaches() {
    Shell shell = Shell.run("--help");

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .contains("Usage: java -jar warmup-agent.jar COMMAND")
        .contains("-javaagent:warmup-agent.jar")
        .contains("report", "diff", "check", "generate-completion")
        .containsPattern("2 +failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "status", "plan", "run", "stop", "attach", "report", "diff"})
  void everyCommandTeachesByExampleAndTellsItsExitCodes(String command) {
    Shell shell = Shell.run(command, "--help");

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .containsPattern("Usage: warmup-agent " + command + " ")
        .containsPattern("Exit codes:\n +0 +[a-z]")
        .containsPattern(" +2 +[a-z]")
        .containsPattern("Examples?:\n +" + command);
  }

  @Test
  void aLimitBelowZeroIsNoLimit() {
    Shell shell = Shell.run("run", "4711", "--limit", "-3");

    assertThat(shell.exit()).isEqualTo(Main.FAILED);
    assertThat(shell.err()).startsWith("--limit: -3 is less than 0");
  }

  @Test
  void aWrongCommandNamesTheNearest() {
    Shell shell = Shell.run("reprot");

    assertThat(shell.exit()).isEqualTo(Main.FAILED);
    assertThat(shell.err()).contains("report");
  }

  @Test
  void noCommandIsNoSuccess() {
    Shell shell = Shell.run();

    assertThat(shell.exit()).isEqualTo(Main.FAILED);
    assertThat(shell.err()).startsWith("Which command?").contains("Commands:");
  }

  @Test
  void completesItself() {
    assertThat(Shell.run("generate-completion").out())
        .contains("complete -F")
        .contains("warmup-agent");
  }
}
