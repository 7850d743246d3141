package io.warmup.agent;

import io.warmup.agent.config.Mode;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.KeyMask;
import io.warmup.agent.report.ReportAssembler;
import io.warmup.agent.report.ReportFolder;
import io.warmup.agent.report.ThisProcess;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.Setting;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.RunResult;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes this process's reports, and keeps them where one configuration says. Thread-safe. */
final class Reporting {

  private final String application;
  private final ConfigResult.Loaded loaded;
  private final Mode mode;
  private final OwnOverhead overhead;
  private final Log log;

  /** {@code application}: what people call it. */
  Reporting(
      String application, ConfigResult.Loaded loaded, Mode mode, OwnOverhead overhead, Log log) {
    this.application = application;
    this.loaded = loaded;
    this.mode = mode;
    this.overhead = overhead;
    this.log = log;
  }

  /**
   * @param gate null while traffic is held back
   * @param seen of each cache
   * @param recorder knows the caches by all of their names
   */
  WarmupReport report(
      @Nullable GateOpening gate,
      List<RunResult> runs,
      List<CacheObservation> seen,
      Recorder recorder) {
    Map<String, String> names =
        recorder.names().operators(loaded.config().caches(), cachesOf(runs));
    List<CacheObservation> named =
        seen.stream().map(it -> it.named(names.getOrDefault(it.cache(), it.cache()))).toList();
    return assembler().report(gate, runs, named, overhead.soFar());
  }

  /** One a report: what it is made of would hold up the start. */
  private ReportAssembler assembler() {
    return new ReportAssembler(
        ThisProcess.identity(application),
        version(),
        mode,
        settings(loaded),
        KeyMask.valueOf(loaded.config().report().keys().name()),
        Clock.systemUTC());
  }

  private static Set<String> cachesOf(List<RunResult> runs) {
    return runs.stream()
        .flatMap(run -> run.strategies().stream())
        .map(result -> result.stats().cache())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Each run has one report, which the end of the window completes. */
  synchronized Optional<Path> write(WarmupReport report) {
    return new ReportFolder(loaded.config().report().folder(), log).write(report);
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
