package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code gate.hold: port}: nothing listens until the warm-up is done. */
@Timeout(200)
class PortGateIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(PriceApp.class)
  void refusesUntilWarmAndItsFirstAnswerIsAHit(PriceApp kind) {
    try (WarmedApp app = WarmedApp.start(kind, folder, "hold: port, " + kind.gate())) {
      app.awaitWarmUp();
      assertThat(app.client().isRefused()).as("refused while it warms").isTrue();

      app.turnstile().open();
      app.client().awaitOpen(app.process());

      assertThat(app.client().get("/prices/p7")).startsWith("p7 costs").endsWith("misses 0");
      assertThat(app.client().get("/prices/unplanned")).endsWith("misses 1");
      assertThat(app.turnstile().hasAnother()).as("a second warm-up").isFalse();
      if (kind.hasBeans()) {
        assertThat(app.process().output()).doesNotContain("no bean is a Prices");
      }
    }
  }
}
