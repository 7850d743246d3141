package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code gate.hold: port}: nothing listens until the warm-up is done. */
@Timeout(100)
class PortGateIT {

  /** A second is promised; another one for a busy machine. It would be the gate's whole minute. */
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(PriceApp.class)
  void refusesUntilWarmAndItsFirstAnswerIsAHit(PriceApp kind) {
    try (WarmedApp app = WarmedApp.start(kind, folder, "hold: port, " + kind.gate())) {
      app.turnstile().awaitArrival();
      assertThat(app.client().isRefused()).as("refused while it warms").isTrue();

      app.turnstile().open();
      app.client().awaitOpen(app.process());

      assertThat(app.client().get("/prices/p7")).startsWith("p7 costs").endsWith("misses 0");
      assertThat(app.client().get("/prices/unplanned")).endsWith("misses 1");
      assertThat(app.turnstile().hasAnother()).as("a second warm-up").isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_JDK", "QUARKUS_FAST_JAR", "SPRING_BOOT_4_1_JETTY"})
  void endsAtOnceWhenItIsAskedToInTheMiddleOfAWarmUp(PriceApp kind) {
    try (WarmedApp app = WarmedApp.start(kind, folder, "hold: port, " + kind.gate())) {
      app.turnstile().awaitArrival();
      long asked = System.nanoTime();
      app.process().terminate();
      app.process().exitCode();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(LONGEST_END);
    }
  }
}
