package io.warmup.scenarios.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmWarningsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes"
            + " because bootstrap classpath has been appended",
        "[0.015s][warning][cds] shared class paths mismatch",
        "WARNING: A Java agent has been loaded dynamically (warmup-agent.jar)",
        "WARNING: sun.misc.Unsafe::objectFieldOffset has been called by io.warmup.agent.X"
      })
  void areToldInEachOfTheirWays(String line) {
    assertThat(JvmWarnings.in(List.of("started", line), List.of())).containsExactly(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARNING: A terminally deprecated method in sun.misc.Unsafe has been called",
        "WARNING: sun.misc.Unsafe::objectFieldOffset has been called by io.netty.util.X",
        "12:00 WARN [warmup] the warm-up was stopped",
        "[0.1s][warning][weather] it rains"
      })
  void areNotWhatLibrariesOfTheApplicationDo(String line) {
    assertThat(JvmWarnings.in(List.of(line), List.of(Pattern.compile("it rains")))).isEmpty();
  }
}
