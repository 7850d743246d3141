package io.warmup.agent;

import io.warmup.agent.config.Mode;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.report.KeyMask;
import io.warmup.agent.report.ReportAssembler;
import io.warmup.agent.report.ThisProcess;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.report.model.Setting;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.RunResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes this process's reports. */
final class Reporting {

  private final ReportAssembler assembler;
  private final Overhead overhead;

  Reporting(ConfigResult.Loaded loaded, Mode mode, Duration premain) {
    this.assembler =
        new ReportAssembler(
            ThisProcess.identity(),
            version(),
            mode,
            settings(loaded),
            KeyMask.valueOf(loaded.config().report().keys().name()),
            Clock.systemUTC());
    this.overhead = new Overhead(premain, null, null);
  }

  WarmupReport report(
      @Nullable GateOpening gate, List<RunResult> runs, List<CacheObservation> seen) {
    return assembler.report(gate, runs, seen, overhead);
  }

  private static List<Setting> settings(ConfigResult.Loaded loaded) {
    return loaded.effective().entries().stream()
        .map(it -> new Setting(it.key(), it.value(), it.origin().toString()))
        .toList();
  }

  /** As the jar's manifest has it. */
  static String version() {
    return Objects.requireNonNullElse(
        Reporting.class.getPackage().getImplementationVersion(), "unpacked");
  }
}
