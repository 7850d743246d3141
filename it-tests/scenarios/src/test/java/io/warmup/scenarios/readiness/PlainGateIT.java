package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gate of an application without a framework: what is held is its own thread. */
@Timeout(100)
class PlainGateIT {

  private static final String PACKAGE = "com.acme.prices.plain.";

  @TempDir private Path folder;

  @Test
  void aGrpcServerRefusesUntilWarmAndItsFirstAnswerIsAHit() {
    try (WarmedApp app = WarmedApp.start(PlainGateIT::grpc, folder, "hold: port")) {
      app.awaitWarmUp();
      assertThat(app.client().isRefused()).isTrue();
      app.turnstile().open();
      app.client().awaitOpen(app.process());
      assertThat(GrpcClient.ask(app.client().port(), "p7"))
          .contains("p7 costs")
          .contains("misses 0");
    }
  }

  @Test
  void aGrpcServerEndsAtOnceWhenItIsAskedToInTheMiddleOfAWarmUp() {
    Termination.inTheMiddleOfAWarmUp(
        () -> WarmedApp.start(PlainGateIT::grpc, folder, "hold: port"));
  }

  /** There is no probe that could say no, so the thread itself is held, as with port. */
  @Test
  void readinessWithoutAProbeHoldsThePort() {
    try (WarmedApp app = WarmedApp.start(PriceApp.PLAIN_JDK, folder, "hold: readiness")) {
      app.awaitWarmUp();
      assertThat(app.client().isRefused()).isTrue();
      app.turnstile().open();
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 0");
    }
  }

  @Test
  void noneServesAtOnceAndWarmsInTheBackground() {
    try (WarmedApp app = WarmedApp.start(PriceApp.PLAIN_JDK, folder, "hold: none")) {
      app.awaitWarmUp();
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 1");
      app.turnstile().open();
      app.process().await("PriceList → prices: ");
      assertThat(app.client().get("/prices/p8")).endsWith("misses 1");
    }
  }

  @Test
  void theTimeoutOpensTheGateAndTheWarmUpGoesOn() {
    try (WarmedApp app =
        WarmedApp.start(PriceApp.PLAIN_JDK, folder, "hold: port", "-Dwarmup.gate.timeout=5s")) {
      app.client().awaitOpen(app.process());
      app.process().await("has reached gate.timeout");
      app.awaitWarmUp();
      app.turnstile().open();
      app.process().await("PriceList → prices: 100 warmed");
    }
  }

  @Test
  void aFailedWarmUpRefusesToStartIfThatIsWanted() {
    try (WarmedApp app =
        WarmedApp.startWithCache(
            PriceApp.PLAIN_JDK, folder, "hold: port, on-failure: fail", "nowhere")) {
      assertThat(app.process().exitCode()).isEqualTo(1);
      assertThat(app.process().output()).contains("gate.on-failure is fail");
    }
  }

  /** It serves by then, or is about to: to end it would be an outage, not a refused start. */
  @Test
  void aFailedWarmUpRefusesNothingWhereNothingIsHeld() {
    try (WarmedApp app =
        WarmedApp.startWithCache(
            PriceApp.PLAIN_JDK, folder, "hold: none, on-failure: fail", "nowhere")) {
      app.process().await("failed when traffic was open already \\(nothing was held\\)");
      app.client().awaitOpen(app.process());
      assertThat(app.client().get("/prices/p7")).endsWith("misses 1");
    }
  }

  @Test
  void anApplicationThatFailsForItsOwnReasonsFailsAsItAlwaysDid() {
    try (JavaProcess alone = failing(JavaProcess.on(Jdk.running()));
        WarmedApp app =
            WarmedApp.start((jvm, port) -> mainWith(jvm, "no-port"), folder, "hold: port")) {
      app.awaitWarmUp();
      app.turnstile().open();
      assertThat(app.process().exitCode()).isEqualTo(alone.exitCode()).isNotZero();
      assertThat(app.process().output()).contains(alone.output());
    }
  }

  private static JavaProcess failing(JavaProcess.Builder jvm) {
    return mainWith(jvm, "no-port").start();
  }

  private static JavaProcess.Builder mainWith(JavaProcess.Builder jvm, String port) {
    return jvm.options("-cp", classPath()).program(PACKAGE + "JdkServer", port);
  }

  private static JavaProcess.Builder grpc(JavaProcess.Builder jvm, int port) {
    return jvm.options("-cp", classPath()).program(PACKAGE + "GrpcServer", String.valueOf(port));
  }

  private static String classPath() {
    return Artifacts.app("plain", "prices-plain.jar")
        + File.pathSeparator
        + Artifacts.app("plain", "lib").resolve("*");
  }
}
