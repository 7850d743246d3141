package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.StrategyJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** An application ends at once when it is asked to in the middle of its warm-up. */
@Timeout(100)
class TerminationIT {

  /**
   * A container that is stopped finishes its start first, as it does without the agent. That is to
   * take little of the second here: no compiler that pays later only, and none of the 2 s for which
   * Reactor Netty listens once more.
   */
  private static final String[] BRIEF = {
    "-XX:TieredStopAtLevel=1", "-Dreactor.netty.ioShutdownQuietPeriod=0"
  };

  @TempDir private Path folder;

  /** All but the uber-jars, which are the same Quarkus in another class loader. */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = ".*_UBER_JAR")
  void whereverItRuns(PriceApp kind) {
    Termination.inTheMiddleOfAWarmUp(
        () -> WarmedApp.start(kind, folder, "hold: port, " + kind.gate(), BRIEF));
  }

  /** In code of the strategy that no interrupt ends. */
  @ParameterizedTest
  @ValueSource(strings = {"initialize", "load"})
  void whereverTheStrategyIs(String place) {
    Termination.inTheMiddleOfAWarmUp(
        () ->
            WarmedApp.start(
                PriceApp.PLAIN_JDK,
                folder,
                "hold: port",
                "-Dwarmup.strategies.PriceList.settings.stop-at=" + place));
  }

  @Test
  void withinABatch() {
    Path batches = StrategyJar.of(folder.resolve("batches.jar"), StuckBatch.class);
    Termination.inTheMiddleOfAWarmUp(
        () ->
            WarmedApp.start(
                PriceApp.PLAIN_JDK, folder, "hold: port", "-Dwarmup.strategies-path=" + batches));
  }

  @ParameterizedTest
  @EnumSource(names = {"SPRING_BOOT_3_5_WEBFLUX", "QUARKUS_FAST_JAR"})
  void whenItsPortIsOpenAndItIsNotReady(PriceApp kind) {
    Termination.inTheMiddleOfAWarmUp(
        () -> WarmedApp.start(kind, folder, "hold: readiness", BRIEF),
        app -> app.client().awaitOpen(app.process()));
  }

  @ParameterizedTest
  @EnumSource(names = {"SPRING_BOOT_3_5_WEBFLUX", "QUARKUS_FAST_JAR"})
  void whenItServesAndWarmsOn(PriceApp kind) {
    Termination.inTheMiddleOfAWarmUp(
        () -> WarmedApp.start(kind, folder, "hold: port, timeout: 1s", BRIEF),
        app -> {
          app.client().awaitOpen(app.process());
          app.process().await("has reached gate.timeout");
        });
  }
}
