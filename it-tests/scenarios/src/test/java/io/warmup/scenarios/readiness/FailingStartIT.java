package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application that cannot start for reasons of its own fails as it does without the agent: what
 * it says and its exit code are compared with those of a start without.
 */
@Timeout(200)
class FailingStartIT {

  private static final String MISTAKE = "eighty";

  @TempDir private Path folder;

  /** Found out after the warm-up, when the server starts. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "SPRING_BOOT_2_7_TOMCAT",
        "SPRING_BOOT_3_5_TOMCAT",
        "SPRING_BOOT_4_1_JETTY",
        "QUARKUS_FAST_JAR"
      })
  void portThatIsTaken(PriceApp kind) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      Http client = new Http(taken.getLocalPort());
      try (JavaProcess bare = bare(kind, client.port());
          WarmedApp warmed = WarmedApp.startOn(client, kind, folder, "hold: port", "prices")) {
        warmed.awaitWarmUp();
        warmed.turnstile().open();
        failsAsBareFor(String.valueOf(client.port()), bare, warmed);
      }
    }
  }

  /** Found out before anything could be warmed; each framework looks at its own key only. */
  @ParameterizedTest
  @EnumSource(names = {"SPRING_BOOT_3_5_TOMCAT", "QUARKUS_FAST_JAR"})
  void mistakeInItsOwnConfiguration(PriceApp kind) {
    Launch mistaken =
        (jvm, port) ->
            kind.on(jvm, port)
                .options("-Dquarkus.http.port=" + MISTAKE)
                .program("--server.port=" + MISTAKE);
    try (JavaProcess bare = bare(mistaken, 0);
        WarmedApp warmed = WarmedApp.start(mistaken, folder, "hold: port")) {
      failsAsBareFor(MISTAKE, bare, warmed);
      assertThat(warmed.turnstile().hasAnother()).as("a warm-up").isFalse();
    }
  }

  private JavaProcess bare(Launch app, int port) {
    return app.on(JavaProcess.on(app.jdk()), port).folder(folder).start();
  }

  private static void failsAsBareFor(String reason, JavaProcess bare, WarmedApp warmed) {
    assertThat(bare.exitCode()).as(bare.output()).isEqualTo(1);
    assertThat(bare.output()).contains(reason);
    assertThat(warmed.process().exitCode()).as(warmed.process().output()).isEqualTo(1);
    assertThat(said(warmed.process())).isEqualTo(said(bare));
  }

  /** The application's own lines; times, process ids, ports and addresses differ at each start. */
  private static List<String> said(JavaProcess app) {
    return app.output()
        .lines()
        .filter(line -> !line.contains("[warmup]"))
        .map(line -> line.replaceAll("@[0-9a-f]+", "@").replaceAll("[0-9]+", "0"))
        .toList();
  }
}
