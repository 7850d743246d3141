package io.warmup.scenarios.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * As a hardened pod has it: a user with no name and no rights, and not one file system that can be
 * written to. Agent and strategies lie in a volume that an init container has filled.
 */
@Timeout(100)
class LockedDownIT {

  private static final String READ_ONLY =
      "mount -o remount,bind,ro / && for m in /tmp /dev/shm /run /work; do mount -o"
          + " remount,bind,ro $m 2>/dev/null || true; done; "
          + "exec setpriv --reuid=54321 --regid=54321 --clear-groups --no-new-privs"
          + " --bounding-set=-all --inh-caps=-all \"$@\"";

  private static final List<String> LOCKED_DOWN =
      List.of("unshare", "--mount", "sh", "-c", READ_ONLY, "sh");

  @TempDir private Path folder;

  @Test
  void warmsWithoutAWritableFileAsAnyUser() throws Exception {
    assumeTrue(isPossible(), "needs unshare, setpriv and the right to mount");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path volume = Files.createDirectory(folder.resolve("warmup"));
    initContainer(volume);
    Path config =
        Files.writeString(
            volume.resolve("warmup.yaml"),
            """
            strategies-path: strategies
            caches: { prices: Prices.byProduct }
            observe: { window: 3s, interval: 1s }
            """);
    JavaProcess.Builder jvm =
        JavaProcess.on(Jdk.running())
            .under(LOCKED_DOWN)
            .environment(
                "JAVA_TOOL_OPTIONS",
                "-javaagent:" + volume.resolve("warmup-agent.jar") + " -XX:-UsePerfData")
            .environment("WARMUP_CONFIG", config.toString())
            .folder(folder);
    try (PriceServer prices = PriceServer.start(jvm)) {
      assertThat(prices.client().get("/prices/p7")).endsWith("misses 0");
      JavaProcess said = prices.process();
      said.await("PriceList → prices: 100 warmed");
      said.await("the report could not be written to .*Read-only file system");
      assertThat(said.output()).doesNotContain("Exception in thread");
    }
  }

  /** What the README's init container does. */
  private static void initContainer(Path volume) throws IOException {
    Files.copy(Artifacts.agent(), volume.resolve("warmup-agent.jar"));
    Path strategies = Files.createDirectory(volume.resolve("strategies"));
    Files.copy(Artifacts.priceStrategies(), strategies.resolve("prices.jar"));
  }

  private boolean isPossible() throws InterruptedException {
    try {
      List<String> attempt = new java.util.ArrayList<>(LOCKED_DOWN);
      attempt.addAll(List.of("sh", "-c", "! touch " + folder.resolve("probe") + " && id -u"));
      Process process = new ProcessBuilder(attempt).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
