package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that cannot start for reasons of its own fails as it does without the agent. */
@Timeout(200)
class FailingStartIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SPRING_BOOT_3_5_TOMCAT, Port %d was already in use",
    "QUARKUS_FAST_JAR, Port already bound: %d"
  })
  void portThatIsTaken(PriceApp kind, String message) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      Http client = new Http(taken.getLocalPort());
      String said = message.formatted(client.port());
      try (JavaProcess bare = kind.on(JavaProcess.on(kind.jdk()), client.port()).start();
          WarmedApp warmed = WarmedApp.startOn(client, kind, folder, "hold: port", "prices")) {
        warmed.turnstile().awaitArrival();
        warmed.turnstile().open();
        assertThat(warmed.process().exitCode()).isEqualTo(bare.exitCode()).isEqualTo(1);
        assertThat(bare.output()).contains(said);
        assertThat(warmed.process().output()).contains(said);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPRING_BOOT_3_5_TOMCAT, Failed to bind properties under 'server.port'",
    "QUARKUS_FAST_JAR, 'quarkus.http.host-enabled'"
  })
  void mistakeInItsOwnConfiguration(PriceApp kind, String said) {
    Launch mistaken =
        (jvm, port) ->
            kind.on(jvm.options("-Dquarkus.http.host-enabled=perhaps"), port)
                .program("--server.port=eighty");
    try (JavaProcess bare = mistaken.on(JavaProcess.on(kind.jdk()), 0).start();
        WarmedApp warmed = WarmedApp.start(mistaken, folder, "hold: port")) {
      assertThat(warmed.process().exitCode()).isEqualTo(bare.exitCode()).isEqualTo(1);
      assertThat(bare.output()).contains(said);
      assertThat(warmed.process().output()).contains(said);
      assertThat(warmed.turnstile().hasAnother()).as("a warm-up").isFalse();
    }
  }
}
