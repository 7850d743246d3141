package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the other words of the gate section promise, on each framework. */
@Timeout(100)
class GateIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"SPRING_BOOT_3_5_WEBFLUX", "QUARKUS_FAST_JAR"})
  void heldBackByNothingItServesWhileItWarms(PriceApp kind) {
    try (WarmedApp app = WarmedApp.start(kind, folder, "hold: none")) {
      app.awaitWarmUp();
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 1");

      app.turnstile().open();
      app.process().await("99 warmed|100 warmed");
      assertThat(app.client().get("/prices/p8")).endsWith("misses 1");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SPRING_BOOT_3_5_WEBFLUX", "QUARKUS_FAST_JAR"})
  void opensAtItsTimeoutAndWarmsOn(PriceApp kind) {
    try (WarmedApp app = WarmedApp.start(kind, folder, "hold: port, timeout: 3s")) {
      app.awaitWarmUp();
      assertThat(app.client().isRefused()).as("refused before the timeout").isTrue();
      app.client().awaitOpen(app.process());
      assertThat(app.process().output()).contains("has reached gate.timeout");
      assertThat(app.client().get("/prices/p7")).endsWith("misses 1");

      app.turnstile().open();
      app.process().await("99 warmed|100 warmed");
      assertThat(app.client().get("/prices/p8")).endsWith("misses 1");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SPRING_BOOT_3_5_WEBFLUX", "QUARKUS_FAST_JAR"})
  void refusesToStartAfterAFailedWarmUpIfThatIsWanted(PriceApp kind) {
    try (WarmedApp app =
        WarmedApp.startWithCache(kind, folder, "hold: port, on-failure: fail", "nowhere")) {
      assertThat(app.process().exitCode()).isEqualTo(1);
      assertThat(app.process().output()).contains("failed, and gate.on-failure is fail");
    }
  }
}
