package io.warmup.agent.report;

import io.warmup.agent.config.Mode;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.report.model.ProcessIdentity;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.report.model.Setting;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.RunResult;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes reports: holds what stays the same for a process, and takes what changes. Thread-safe. */
public final class ReportAssembler {

  private final ProcessIdentity process;
  private final String agentVersion;
  private final Mode mode;
  private final List<Setting> configuration;
  private final CacheReports caches;
  private final Clock clock;

  /**
   * For one process.
   *
   * @param configuration every effective value, secrets masked already
   * @param keys how much of a key its reports show
   */
  public ReportAssembler(
      ProcessIdentity process,
      String agentVersion,
      Mode mode,
      List<Setting> configuration,
      KeyMask keys,
      Clock clock) {
    this.process = process;
    this.agentVersion = agentVersion;
    this.mode = mode;
    this.configuration = List.copyOf(configuration);
    this.caches = new CacheReports(keys);
    this.clock = clock;
  }

  /**
   * The report as of now.
   *
   * @param gate null while traffic is held back
   * @param runs oldest first
   * @param seen one observation a cache
   */
  public WarmupReport report(
      @Nullable GateOpening gate,
      List<RunResult> runs,
      List<CacheObservation> seen,
      Overhead overhead) {
    List<CacheReport> reports =
        seen.stream().map(s -> caches.of(s, LoadTimes.of(s.cache(), runs), runs)).toList();
    return new WarmupReport(
        WarmupReport.SCHEMA_VERSION,
        clock.instant(),
        agentVersion,
        process,
        mode,
        gate,
        runs.stream().map(RunReport::of).toList(),
        reports,
        overhead,
        configuration);
  }
}
