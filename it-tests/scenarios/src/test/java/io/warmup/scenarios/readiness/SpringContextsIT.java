package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where Spring refreshes several contexts there is one warm-up, in the right one. */
@Timeout(100)
class SpringContextsIT {

  private static final String MAIN = "com.acme.prices.spring.PriceApplication";

  @TempDir private Path folder;

  @Test
  void bootstrapContextAboveFeignClientsBelowAndActuatorBeside() {
    Http management = Http.onFreePort();
    Launch cloud =
        (jvm, port) ->
            SpringClassPath.of("spring-boot-3.5")
                .with("tomcat", "spring-cloud")
                .classes(Artifacts.app("spring-boot-3.5", "test-classes"))
                .start(
                    jvm,
                    "com.acme.prices.cloud.CloudApplication",
                    "--server.port=" + port,
                    "--management.server.port=" + management.port());
    try (WarmedApp app = WarmedApp.start(cloud, folder, "hold: port")) {
      app.awaitWarmUp();
      assertThat(app.client().isRefused()).isTrue();
      assertThat(management.isRefused()).isTrue();

      app.turnstile().open();
      app.client().awaitOpen(app.process());
      management.awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 0");
      assertThat(app.client().get("/clients")).contains("stock", "taxes");
      assertThat(management.get("/actuator/health")).contains("UP");
      assertThat(app.turnstile().hasAnother()).as("a second warm-up").isFalse();
    }
  }

  @Test
  void childOfAParentWithoutAnyOfItsBeans() {
    Launch family =
        (jvm, port) ->
            SpringClassPath.of("spring-boot-4.1")
                .with("tomcat")
                .start(jvm, "com.acme.prices.family.FamilyApplication", "--server.port=" + port);
    try (WarmedApp app = WarmedApp.start(family, folder, "hold: port, when-bean: prices")) {
      app.awaitWarmUp();
      assertThat(app.client().isRefused()).isTrue();

      app.turnstile().open();
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 0");
      assertThat(app.turnstile().hasAnother()).as("a second warm-up").isFalse();
    }
  }

  @Test
  void contextThatDevtoolsRestarts() throws IOException {
    Path classes = copy(Artifacts.app("spring-boot-3.5", "classes"), folder.resolve("classes"));
    Launch developed =
        (jvm, port) ->
            SpringClassPath.of("spring-boot-3.5")
                .with("tomcat", "devtools")
                .onlyClasses(classes)
                .classes(Artifacts.app("prices", "classes"))
                .start(
                    jvm,
                    MAIN,
                    "--server.port=" + port,
                    "--spring.devtools.livereload.enabled=false");
    try (WarmedApp app = WarmedApp.start(developed, folder, "hold: port")) {
      app.awaitWarmUp();
      app.turnstile().open();
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 0");
      assertThat(app.turnstile().hasAnother()).as("a second warm-up").isFalse();

      Files.setLastModifiedTime(
          classes.resolve(MAIN.replace('.', '/') + ".class"), FileTime.from(Instant.now()));
      app.awaitWarmUp();
      assertThat(app.client().isRefused()).as("refused while it warms again").isTrue();
      app.turnstile().open();
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 0");
    }
  }

  @Test
  void nothingIsWarmedInATestOfTheApplication() {
    Launch test =
        (jvm, port) ->
            SpringClassPath.of("spring-boot-4.1")
                .with("tomcat")
                .classes(Artifacts.app("spring-boot-4.1", "test-classes"))
                .start(
                    // Mockito, which every test of Boot's brings along, appends to that class path.
                    jvm.warns("bootstrap classpath has been appended"),
                    "org.junit.platform.console.ConsoleLauncher",
                    "execute",
                    "-c",
                    "com.acme.prices.spring.ApplicationUnderTest");
    try (WarmedApp app = WarmedApp.start(test, folder, "hold: port")) {
      assertThat(app.process().exitCode()).as(app.process().output()).isZero();
      assertThat(app.process().output()).contains("1 tests successful");
      assertThat(app.turnstile().hasAnother()).as("a warm-up").isFalse();
    }
  }

  /** Where the JVM's command line does not show it. */
  @Test
  void nothingIsWarmedInATrainingRun() throws IOException {
    Path options =
        Files.write(
            folder.resolve("training.options"),
            List.of(
                // Without these the JVM itself refuses to archive beside any agent.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+AllowArchivingWithJavaAgent",
                "-XX:ArchiveClassesAtExit=" + folder.resolve("prices.jsa")));
    Launch training =
        (jvm, port) ->
            PriceApp.SPRING_BOOT_4_1_JETTY.on(
                jvm.options("-Dspring.context.exit=onRefresh", "@" + options)
                    // Of the agent it was told to bear, and of what it cannot archive.
                    .warns("VM warning: .*[Aa]rchiv|\\[warning\\]\\[cds"),
                port);
    try (WarmedApp app = WarmedApp.start(training, folder, "hold: port")) {
      assertThat(app.process().exitCode()).as(app.process().output()).isZero();
      assertThat(folder.resolve("prices.jsa")).exists();
      assertThat(app.process().output()).contains("sees a training run (-XX:ArchiveClassesAtExit");
      assertThat(app.turnstile().hasAnother()).as("a warm-up").isFalse();
    }
  }

  @Test
  void nothingIsWarmedWhereTheContextIsLeftAtOnce() {
    Launch left =
        (jvm, port) ->
            PriceApp.SPRING_BOOT_4_1_TOMCAT.on(
                jvm.options("-Dspring.context.exit=onRefresh"), port);
    try (WarmedApp app = WarmedApp.start(left, folder, "hold: port")) {
      assertThat(app.process().exitCode()).as(app.process().output()).isZero();
      assertThat(app.turnstile().hasAnother()).as("a warm-up").isFalse();
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }
}
