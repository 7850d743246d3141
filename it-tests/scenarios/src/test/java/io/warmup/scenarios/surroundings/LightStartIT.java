package io.warmup.scenarios.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Spring application that builds its cache by a release of Caffeine is ready before anything had
 * to be rewritten by the bytecode library: the readiness point is put in without it, and the
 * release's classes were prepared when the agent was built.
 */
@Timeout(60)
class LightStartIT {

  /** Its reader is there: it names caches after the fields that they are assigned to. */
  private static final String WRITER = "io.warmup.agent.shaded.bytebuddy.jar.asm.ClassWriter";

  @TempDir private Path folder;

  static List<Arguments> starts() {
    List<Arguments> starts = new ArrayList<>();
    Jdk.all().forEach(jdk -> starts.add(Arguments.of(jdk, "spring-boot-3.5")));
    starts.add(Arguments.of(Jdk.all().get(0), "spring-boot-2.7"));
    return starts;
  }

  @ParameterizedTest
  @MethodSource("starts")
  void rewritesNothingByTheBytecodeLibrary(Jdk jdk, String application) throws IOException {
    List<String> loaded = loadedUntilReady(jdk, application);
    assertThat(loaded)
        .contains("com.github.benmanes.caffeine.cache.BoundedLocalCache", "java.lang.WarmupGets")
        .contains("io.warmup.agent.ApplicationWarmup")
        .doesNotContain(WRITER);
  }

  private List<String> loadedUntilReady(Jdk jdk, String application) throws IOException {
    Path classes = folder.resolve("classes.txt");
    JavaProcess.Builder jvm =
        JavaProcess.on(jdk)
            .agent(Files.writeString(folder.resolve("warmup.yaml"), "version: 1\n"))
            .options("-Xlog:class+load:file=" + classes + ":none")
            .jar(Artifacts.app(application, "prices-" + application + ".jar"), "--server.port=0");
    try (JavaProcess app = jvm.start()) {
      app.await("Started PriceApplication");
    }
    try (Stream<String> lines = Files.lines(classes)) {
      return lines.map(line -> line.split(" ", 2)[0]).toList();
    }
  }
}
