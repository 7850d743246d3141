package io.warmup.scenarios.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.idle.Idle;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Until the first class shows up that concerns it, the agent has loaded no more than watches for
 * it: in an application of Spring's no context is made here.
 */
@Timeout(60)
class SleepingAgentIT {

  private static final int MOST_CLASSES = 20;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void loadsNoLibraryNoConfigurationAndNoBridge(Jdk jdk) throws Exception {
    Path classes = folder.resolve("classes.txt");
    Path config = Files.writeString(folder.resolve("warmup.yaml"), "version: 1\n");
    JavaProcess.Builder jvm =
        JavaProcess.on(jdk)
            .agent(config)
            .options("-Xlog:class+load:file=" + classes, "-cp", classPath())
            .program(Idle.class.getName());
    try (JavaProcess idle = jvm.start()) {
      assertThat(idle.exitCode()).as(idle.output()).isZero();
      assertThat(idle.output()).isEqualTo("idle");
    }
    assertThat(agentsOwn(classes))
        .anyMatch(line -> line.contains("io.warmup.agent.instrument.Sentry"))
        .noneMatch(line -> line.contains(".shaded."))
        .noneMatch(line -> line.contains("io.warmup.agent.config.load."))
        .noneMatch(line -> line.contains("java.lang.Warmup"))
        .hasSizeLessThan(MOST_CLASSES);
  }

  /** With a jar of Spring's, its own main class is none to wait for. */
  private String classPath() throws URISyntaxException, IOException {
    Path own = Path.of(Idle.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path spring = Files.createFile(folder.resolve("spring-context-.jar"));
    return own + File.pathSeparator + spring;
  }

  private static List<String> agentsOwn(Path classes) throws IOException {
    try (Stream<String> lines = Files.lines(classes)) {
      return lines.filter(line -> line.contains(" io.warmup.") || line.contains("Warmup")).toList();
    }
  }
}
