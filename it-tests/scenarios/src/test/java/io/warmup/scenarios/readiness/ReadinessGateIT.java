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

  private static final Probes QUARKUS = new Probes("/q/health/live", "/q/health/ready");
  private static final Probes BOOT =
      new Probes("/actuator/health/liveness", "/actuator/health/readiness");

  @TempDir private Path folder;

  @Test
  void quarkusTurnsReadyThroughItsHealthChecks() {
    try (WarmedApp app = WarmedApp.start(PriceApp.QUARKUS_FAST_JAR, folder, "hold: readiness")) {
      isLiveButNotReadyUntilWarm(app, QUARKUS);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SPRING_BOOT_2_7_UNDERTOW", "SPRING_BOOT_3_5_WEBFLUX", "SPRING_BOOT_4_1_JETTY"})
  void springTurnsReadyThroughItsAvailabilityState(PriceApp kind) {
    try (WarmedApp app = WarmedApp.start(probed(kind), folder, "hold: readiness")) {
      isLiveButNotReadyUntilWarm(app, BOOT);
    }
  }

  @Test
  void quarkusTurnsReadyAtTheTimeoutAndWarmsOn() {
    try (WarmedApp app =
        WarmedApp.start(PriceApp.QUARKUS_FAST_JAR, folder, "hold: readiness, timeout: 4s")) {
      turnsReadyAtTheTimeoutAndWarmsOn(app, QUARKUS);
    }
  }

  @Test
  void springTurnsReadyAtTheTimeoutAndWarmsOn() {
    Launch boot = probed(PriceApp.SPRING_BOOT_3_5_WEBFLUX);
    try (WarmedApp app = WarmedApp.start(boot, folder, "hold: readiness, timeout: 4s")) {
      turnsReadyAtTheTimeoutAndWarmsOn(app, BOOT);
    }
  }

  @Test
  void quarkusStaysLiveAndNotReadyAfterAFailedWarmUpIfThatIsWanted() {
    try (WarmedApp app =
        WarmedApp.startWithCache(
            PriceApp.QUARKUS_FAST_JAR, folder, "hold: readiness, on-failure: fail", "nowhere")) {
      app.process().await("failed, and gate.on-failure is fail: readiness stays down");
      app.client().awaitOpen(app.process());
      assertThat(app.client().status(QUARKUS.ready())).isEqualTo(DOWN);
      assertThat(app.client().status(QUARKUS.live())).isEqualTo(UP);
    }
  }

  @Test
  void springEndsAfterAFailedWarmUpIfThatIsWanted() {
    try (WarmedApp app =
        WarmedApp.startWithCache(
            probed(PriceApp.SPRING_BOOT_3_5_WEBFLUX),
            folder,
            "hold: readiness, on-failure: fail",
            "nowhere")) {
      assertThat(app.process().exitCode()).isEqualTo(1);
      assertThat(app.process().output()).contains("failed, and gate.on-failure is fail");
    }
  }

  private static Launch probed(PriceApp kind) {
    return (jvm, port) ->
        kind.on(jvm, port).program("--management.endpoint.health.probes.enabled=true");
  }

  private static void isLiveButNotReadyUntilWarm(WarmedApp app, Probes probes) {
    isLiveButNotReady(app, probes);
    app.turnstile().open();
    awaitStatus(app.client(), probes.ready(), app.process());
    assertThat(app.client().get("/prices/p7")).endsWith("misses 0");
  }

  private static void turnsReadyAtTheTimeoutAndWarmsOn(WarmedApp app, Probes probes) {
    isLiveButNotReady(app, probes);
    awaitStatus(app.client(), probes.ready(), app.process());
    assertThat(app.process().output()).contains("has reached gate.timeout");
    assertThat(app.client().get("/prices/p7")).endsWith("misses 1");

    app.turnstile().open();
    app.process().await("99 warmed|100 warmed");
    assertThat(app.client().get("/prices/p8")).endsWith("misses 1");
  }

  private static void isLiveButNotReady(WarmedApp app, Probes probes) {
    app.awaitWarmUp();
    app.client().awaitOpen(app.process());
    assertThat(app.client().status(probes.ready())).isEqualTo(DOWN);
    assertThat(app.client().status(probes.live())).isEqualTo(UP);
  }

  private static void awaitStatus(Http client, String path, JavaProcess process) {
    while (client.status(path) != UP) {
      assertThat(process.isAlive()).as(process.output()).isTrue();
      LockSupport.parkNanos(5_000_000);
    }
  }

  /**
   * The paths that an orchestrator asks.
   *
   * @param live whether it is to be restarted
   * @param ready whether it is to be given traffic
   */
  private record Probes(String live, String ready) {}
}
