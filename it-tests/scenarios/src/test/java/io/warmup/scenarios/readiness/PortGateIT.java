package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code gate.hold: port}: nothing listens until the warm-up is done. */
@Timeout(200)
class PortGateIT {

  private static final Duration LONGEST_END = Duration.ofSeconds(1);

  /**
   * On a busy machine any JVM may be late once; one that waits for its warm-up is late each time.
   */
  private static final int ATTEMPTS = 3;

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
  @EnumSource(
      names = {
        "PLAIN_JDK",
        "QUARKUS_2_16_FAST_JAR",
        "QUARKUS_FAST_JAR",
        "SPRING_BOOT_2_7_TOMCAT",
        "SPRING_BOOT_3_5_WEBFLUX",
        "SPRING_BOOT_4_1_JETTY"
      })
  void endsAtOnceWhenItIsAskedToInTheMiddleOfAWarmUp(PriceApp kind) {
    List<Duration> ends = new ArrayList<>();
    do {
      ends.add(timeToEnd(kind));
    } while (ends.size() < ATTEMPTS && last(ends).compareTo(LONGEST_END) > 0);
    assertThat(last(ends)).as("of " + ends).isLessThan(LONGEST_END);
  }

  private Duration timeToEnd(PriceApp kind) {
    try (WarmedApp app = WarmedApp.start(kind, folder, "hold: port, " + kind.gate())) {
      app.turnstile().awaitArrival();
      long asked = System.nanoTime();
      app.process().terminate();
      app.process().exitCode();
      return Duration.ofNanos(System.nanoTime() - asked);
    }
  }

  private static Duration last(List<Duration> ends) {
    return ends.get(ends.size() - 1);
  }
}
