package io.warmup.agent;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.control.LiveParts;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.LogLines;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.WarmupService;
import java.util.List;

/** What was seen of one application's caches, and how it is told. Thread-safe. */
final class Findings {

  private final LiveParts application;
  private final Recorder recorder;
  private final OwnOverhead overhead;
  private final LogLines lines;
  private final Log log;
  private volatile Reporting reporting;
  private volatile List<CacheObservation> last = List.of();

  /**
   * @param application asked for its runs, caches and gate as they are then
   * @param reporting until {@link #configure}
   */
  Findings(
      LiveParts application,
      Recorder recorder,
      OwnOverhead overhead,
      Reporting reporting,
      Log log) {
    this.application = application;
    this.recorder = recorder;
    this.overhead = overhead;
    this.reporting = reporting;
    this.lines = new LogLines(log);
    this.log = log;
  }

  /** Later reports are made so. */
  void configure(Reporting edited) {
    reporting = edited;
  }

  /** The window is about to end: what can be asked only until then. */
  void lookOnceMore() {
    learnNames();
    overhead.look();
  }

  /** A framework names a cache it makes at first use when it is asked which it has. */
  private void learnNames() {
    CacheRegistry known = application.caches();
    if (known != null) {
      try {
        known.caches();
      } catch (RuntimeException closing) {
        // Its container answers no more; what has no name goes by the place that built it.
      }
    }
  }

  /** The window has ended. */
  void tell(List<CacheObservation> seen) {
    last = seen;
    WarmupReport report = report(seen);
    lines.verdicts(report);
    reporting.write(report).ifPresent(file -> log.info("report: " + file));
  }

  /** What the last window saw. */
  WarmupReport report() {
    return report(last);
  }

  /** What is seen while one is open. */
  WarmupReport reportSoFar() {
    learnNames();
    return report(recorder.observe());
  }

  private WarmupReport report(List<CacheObservation> seen) {
    WarmupService started = application.service();
    List<RunResult> runs = started == null ? List.of() : started.history();
    return reporting.report(application.gate(), runs, seen, recorder);
  }

  /** Keeps a report in the configured folder. */
  void write(WarmupReport report) {
    reporting.write(report);
  }
}
