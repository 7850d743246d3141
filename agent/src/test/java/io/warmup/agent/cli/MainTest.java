package io.warmup.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

  @Test
  void everyCommandHasAnExample() {
    assertThat(Shell.run("report", "--help").out()).contains("Examples:");
    assertThat(Shell.run("diff", "--help").out()).contains("Example:");
    assertThat(Shell.run("check", "--help").out()).contains("Example:");
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
