package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code gate.hold: readiness}: the port is open and liveness is up, readiness is not until the
 * warm-up is done.
 */
@Timeout(100)
class ReadinessGateIT {

  private static final int UP = 200;
  private static final int DOWN = 503;

  @TempDir private Path folder;

  @Test
  void quarkusTurnsReadyThroughItsHealthChecks() {
    try (WarmedApp app = WarmedApp.start(PriceApp.QUARKUS_FAST_JAR, folder, "hold: readiness")) {
      isLiveButNotReadyUntilWarm(app, "/q/health/live", "/q/health/ready");
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SPRING_BOOT_2_7_UNDERTOW", "SPRING_BOOT_3_5_WEBFLUX", "SPRING_BOOT_4_1_JETTY"})
  void springTurnsReadyThroughItsAvailabilityState(PriceApp kind) {
    Launch probed =
        (jvm, port) ->
            kind.on(jvm, port).program("--management.endpoint.health.probes.enabled=true");
    try (WarmedApp app = WarmedApp.start(probed, folder, "hold: readiness")) {
      isLiveButNotReadyUntilWarm(app, "/actuator/health/liveness", "/actuator/health/readiness");
    }
  }

  private static void isLiveButNotReadyUntilWarm(WarmedApp app, String live, String ready) {
    app.turnstile().awaitArrival();
    app.client().awaitOpen(app.process());
    assertThat(app.client().status(live)).isEqualTo(UP);
    assertThat(app.client().status(ready)).isEqualTo(DOWN);

    app.turnstile().open();
    awaitStatus(app.client(), ready, app.process());
    assertThat(app.client().get("/prices/p7")).endsWith("misses 0");
  }

  private static void awaitStatus(Http client, String path, JavaProcess process) {
    while (client.status(path) != UP) {
      assertThat(process.isAlive()).as(process.output()).isTrue();
      LockSupport.parkNanos(5_000_000);
    }
  }
}
