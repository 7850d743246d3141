package io.warmup.agent.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's name without the network. */
class HostNameTest {

  @TempDir Path folder;

  @Test
  void theEnvironmentFirstThenTheKernelThenTheFile() throws IOException {
    Path kernel = Files.writeString(folder.resolve("kernel"), "node-1\n");
    Path file = Files.writeString(folder.resolve("hostname"), "node-2\n");
    Path missing = folder.resolve("missing");
    Path empty = Files.writeString(folder.resolve("empty"), "\n");

    assertThat(HostName.find(Map.of("HOSTNAME", "pod-1"), List.of(kernel))).isEqualTo("pod-1");
    assertThat(HostName.find(Map.of(), List.of(kernel, file))).isEqualTo("node-1");
    assertThat(HostName.find(Map.of(), List.of(missing, empty, file))).isEqualTo("node-2");
  }

  @Test
  void aProcessWithoutAHostNameIsStillToldApart() {
    assertThat(HostName.find(Map.of(), List.of()))
        .startsWith("process-" + ProcessHandle.current().pid() + "-");
  }
}
