package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.source.EnabledSwitch;
import io.warmup.agent.config.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a process pays for, seen in a JVM of its own. */
class FootprintTest {

  /** Run in the other JVM. */
  static final class Process {

    private Process() {}

    public static void main(String[] arguments) {
      if (EnabledSwitch.isOn(arguments[0])) {
        new ConfigLoader(schedule -> Optional.empty()).load(Sources.ofThisProcess(arguments[0]));
      }
    }
  }

  @TempDir Path folder;

  @Test
  void aProcessThatDoesNotWantTheAgentLoadsOneClassToSaySo() throws Exception {
    assertThat(classesLoaded("enabled=false"))
        .containsExactly(Process.class.getName(), EnabledSwitch.class.getName());
  }

  @Test
  void theYamlLibraryIsLoadedOnlyForAFileThatNeedsIt() throws Exception {
    assertThat(classesLoaded("mode=observe"))
        .contains(ConfigLoader.class.getName())
        .noneMatch(name -> name.startsWith("org.snakeyaml"));

    Files.writeString(folder.resolve("warmup.yaml"), "observe: { window: 5m }\n");
    assertThat(classesLoaded("mode=observe")).noneMatch(name -> name.startsWith("org.snakeyaml"));

    Files.writeString(folder.resolve("warmup.yaml"), "observe: &all\n  window: 5m\n");
    assertThat(classesLoaded("mode=observe")).anyMatch(name -> name.startsWith("org.snakeyaml"));
  }

  /** Linking one takes longer than running it, and a start runs each of them once. */
  @Test
  void noLambdaIsLinkedForAFileWithoutMistakes() throws Exception {
    Files.writeString(
        folder.resolve("warmup.yaml"),
        """
        version: 1
        gate: { timeout: 90s }
        strategies:
          Prices: { schedule: [every 30m], settings: { days: 30 } }
          Products: { after: Prices, rate: 500/s, ttl-jitter: 10% }
        redis-caches: { stock: { serializer: json } }
        caches: { products: ProductRepository.cache }
        """);

    assertThat(classesLoaded("rollout.percent=50%"))
        .contains(ConfigLoader.class.getName())
        .filteredOn(name -> !name.startsWith(Process.class.getName()))
        .noneMatch(name -> name.contains("$$Lambda"));
  }

  /** Ours and the YAML library's, in their order. */
  private List<String> classesLoaded(String agentArguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:class+load:file=" + log + ":none",
                "-cp",
                System.getProperty("java.class.path"),
                Process.class.getName(),
                agentArguments)
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(log).stream()
        .map(line -> line.split(" ", 2)[0])
        .filter(name -> name.startsWith("io.warmup") || name.startsWith("org.snakeyaml"))
        .toList();
  }
}
