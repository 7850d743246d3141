package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring MVC without Boot, in a Tomcat that starts as its own scripts start it. */
@Timeout(100)
class WarInTomcatIT {

  private static final String SERVER =
      """
      <Server port="-1">
        <Service name="Catalina">
          <Connector port="%d" address="127.0.0.1"/>
          <Engine name="Catalina" defaultHost="localhost">
            <Host name="localhost" appBase="webapps"/>
          </Engine>
        </Service>
      </Server>
      """;

  private static final String OLDER = "10.1.59";
  private static final String NEWEST = "11.0.24";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({OLDER + ", port", NEWEST + ", readiness"})
  void eachOfTwoWebAppsIsWarmedOnceBeforeTomcatAnswers(String tomcat, String hold) {
    Launch launch = (jvm, port) -> start(jvm, tomcat, port, "one.war", "two.war");
    try (WarmedApp app = WarmedApp.start(launch, folder, "hold: " + hold)) {
      app.awaitWarmUp();
      CompletableFuture<String> early = app.client().ask("/one/prices/p7");
      app.turnstile().open();
      app.awaitWarmUp();
      assertThat(early).as("an answer while it warms").isNotDone();

      app.turnstile().open();
      assertThat(early.join()).startsWith("p7 costs").endsWith("misses 0");
      assertThat(app.client().get("/two/prices/p7")).endsWith("misses 0");
      assertThat(app.turnstile().hasAnother()).as("a third warm-up").isFalse();
    }
  }

  @Test
  void anEditedModeHoldsForBothWebApps() {
    Launch launch = (jvm, port) -> start(jvm, NEWEST, port, "one.war", "two.war");
    try (WarmedApp app = WarmedApp.start(launch, folder, "hold: none")) {
      app.letThrough(2);
      app.edit("version: 1", "mode: off");
      app.process().await(" one is neither warmed nor observed from here on");
      app.process().await(" two is neither warmed nor observed from here on");

      app.edit("mode: off", "mode: warm\ndefaults: { limit: 50 }");
      app.process().await(" one is warmed in the background");
      app.process().await(" two is warmed in the background");
      app.letThrough(2);
      app.process().await("50 warmed");
    }
  }

  @Test
  void heldBackByNothingItServesWhileItWarms() {
    try (WarmedApp app = WarmedApp.start(this::alone, folder, "hold: none")) {
      app.awaitWarmUp();
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/one/prices/p7")).endsWith("misses 1");
      app.turnstile().open();
      app.process().await("99 warmed|100 warmed");
      assertThat(app.client().get("/one/prices/p8")).endsWith("misses 1");
    }
  }

  /** Its loader gives it its own classes first. */
  @Test
  void aWebAppThatCarriesTheApiIsToldInOneLineAndWarmed() {
    Launch launch =
        (jvm, port) -> {
          JavaProcess.Builder tomcat = alone(jvm, port);
          addToLibraries(folder.resolve("base/webapps/one.war"), Artifacts.api());
          return tomcat;
        };
    try (WarmedApp app = WarmedApp.start(launch, folder, "hold: port")) {
      app.awaitWarmUp();
      app.turnstile().open();
      assertThat(app.client().get("/one/prices/p7")).endsWith("misses 0");
      assertThat(app.process().agentLines())
          .filteredOn(line -> line.contains("copy of warmup-api"))
          .singleElement()
          .asString()
          .contains("WEB-INF/lib/warmup-api.jar");
    }
  }

  /**
   * What fails is the web app, as with any error in its context; Tomcat goes on with the others.
   */
  @Test
  void refusesToStartAfterAFailedWarmUpIfThatIsWanted() {
    // Tomcat's own, by java.util.logging, of a web app that has failed.
    Launch launch = (jvm, port) -> alone(jvm, port).warns("^WARNING: (Exception|The web|You need)");
    try (WarmedApp app =
        WarmedApp.startWithCache(launch, folder, "hold: port, on-failure: fail", "nowhere")) {
      app.process().await("Server startup in");
      assertThat(app.client().status("/one/prices/p7")).isEqualTo(404);
      assertThat(app.process().output()).contains("failed, and gate.on-failure is fail");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OLDER, NEWEST})
  void endsAtOnceWhenItIsAskedToInTheMiddleOfAWarmUp(String tomcat) {
    Launch launch = (jvm, port) -> start(jvm, tomcat, port, "one.war");
    Termination.inTheMiddleOfAWarmUp(() -> WarmedApp.start(launch, folder, "hold: port"));
  }

  private static void addToLibraries(Path war, Path jar) {
    try (FileSystem files = FileSystems.newFileSystem(war)) {
      Files.copy(jar, files.getPath("WEB-INF/lib/warmup-api.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JavaProcess.Builder alone(JavaProcess.Builder jvm, int port) {
    return start(jvm, NEWEST, port, "one.war");
  }

  private JavaProcess.Builder start(
      JavaProcess.Builder jvm, String version, int port, String... wars) {
    Path home = Artifacts.app("spring-war", "tomcats/apache-tomcat-" + version);
    Path war = Artifacts.app("spring-war", "prices.war");
    Path base = folder.resolve("base");
    try {
      Files.createDirectories(base.resolve("conf"));
      Files.createDirectories(base.resolve("temp"));
      Files.createDirectories(base.resolve("webapps"));
      Files.writeString(base.resolve("conf/server.xml"), SERVER.formatted(port));
      Path defaults = base.resolve("conf/web.xml");
      Files.copy(home.resolve("conf/web.xml"), defaults, StandardCopyOption.REPLACE_EXISTING);
      for (String name : wars) {
        Files.copy(war, base.resolve("webapps").resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jvm.options(
            "-Dcatalina.home=" + home,
            "-Dcatalina.base=" + base,
            "-Djava.io.tmpdir=" + base.resolve("temp"),
            "-cp",
            home.resolve("bin/bootstrap.jar")
                + File.pathSeparator
                + home.resolve("bin/tomcat-juli.jar"))
        .program("org.apache.catalina.startup.Bootstrap", "start");
  }
}
