package io.warmup.agent.report.diff;

import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.WarmupReport;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the two processes started. */
public record StartDiff(Start first, Start second) {

  static StartDiff between(WarmupReport first, WarmupReport second) {
    return new StartDiff(Start.of(first), Start.of(second));
  }

  /**
   * One start.
   *
   * @param process application and host
   * @param mode {@code warm} or {@code observe}
   * @param untilTraffic from the start of the JVM until traffic was let in; null while it is not
   * @param held what the warm-up took of that; null likewise
   */
  public record Start(
      String process, String mode, @Nullable Duration untilTraffic, @Nullable Duration held) {

    static Start of(WarmupReport report) {
      GateOpening gate = report.gate();
      return new Start(
          report.process().application() + " on " + report.process().host(),
          report.mode().name().toLowerCase(Locale.ROOT),
          gate == null ? null : Duration.between(report.process().started(), gate.opened()),
          gate == null ? null : gate.heldFor());
    }
  }
}
