package io.warmup.agent.report;

import io.warmup.agent.config.Gate;
import io.warmup.agent.log.Log;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Mismatch;
import io.warmup.agent.report.model.ExpiryForecast;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.Verdict.Outcome;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.Progress;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/** What the warm-up says in the log, in words first. */
public final class LogLines {

  /** Caches nobody warmed get a line each up to here: an application may have thousands. */
  private static final int UNWARMED_LINES = 5;

  private final Log log;

  public LogLines(Log log) {
    this.log = log;
  }

  /** One line on a strategy that goes on; call it every few seconds, on any thread. */
  public void progress(Progress progress) {
    log.info(progress.name() + ": " + progressOf(progress));
  }

  /** Traffic is open. */
  public void opened(String application, GateOpening gate, Gate settings) {
    switch (gate.reason()) {
      case WARM -> log.info(held(application, gate) + ", is warm: traffic opens.");
      case TIMEOUT ->
          log.warn(
              held(application, gate)
                  + ", has reached gate.timeout: traffic opens, the rest is warmed in the background.");
      case FAILED ->
          log.warn(
              held(application, gate)
                  + ": the warm-up failed, "
                  + (settings.onFailure() == Gate.OnFailure.FAIL
                      ? "and gate.on-failure is fail: no traffic is let in."
                      : "traffic opens all the same (gate.on-failure: open)."));
      case STOPPED ->
          log.warn(held(application, gate) + ": the warm-up was stopped, traffic opens.");
      case NOT_HELD -> {}
    }
  }

  private static String held(String application, GateOpening gate) {
    return application + ", held for " + Figures.duration(gate.heldFor());
  }

  /** One line at the end of a strategy's run. */
  public void finished(StrategyResult result) {
    WarmupStats stats = result.stats();
    String line = stats.strategy() + " → " + stats.cache() + ": " + endOf(result);
    if (result.outcome() == StrategyResult.Outcome.DONE && stats.failed() == 0) {
      log.info(line);
    } else {
      log.warn(line);
    }
    ExpiryForecast expiry = ExpiryForecasts.of(result);
    if (expiry != null && expiry.isCliff()) {
      log.info(stats.cache() + ": " + expiry.sentence());
    }
  }

  /** One verdict a cache at the end of the observation window, the warmed ones first. */
  public void verdicts(WarmupReport report) {
    List<CacheReport> warmed =
        report.caches().stream().filter(c -> c.fates().warmed() > 0).toList();
    List<CacheReport> others =
        report.caches().stream()
            .filter(c -> c.fates().warmed() == 0 && c.gets() > 0)
            .sorted(Comparator.comparingLong(CacheReport::misses).reversed())
            .toList();
    warmed.forEach(this::verdict);
    others.stream().limit(UNWARMED_LINES).forEach(this::verdict);
    int untold = others.size() - UNWARMED_LINES;
    if (untold > 0) {
      log.info(Figures.count(untold, "more cache", "more caches") + " not warmed: see the report.");
    }
  }

  private void verdict(CacheReport cache) {
    String line = cache.cache() + ": " + cache.verdict().sentence();
    if (cache.verdict().outcome() == Outcome.DID_NOT_PAY) {
      log.warn(line);
    } else {
      log.info(line);
    }
    if (cache.holdout() != null) {
      log.info(cache.cache() + ": " + cache.holdout().sentence());
    }
    if (cache.expiry() != null && cache.expiry().isCliff()) {
      log.info(cache.cache() + ": " + cache.expiry().sentence());
    }
    cache.mismatches().forEach(m -> log.warn(cache.cache() + ": " + mismatch(m)));
  }

  private static String mismatch(Mismatch m) {
    return "warmed under keys nobody asks for: "
        + m.warmed()
        + " is warmed, "
        + m.missed()
        + " missed; "
        + m.difference()
        + " ("
        + Figures.count(m.count(), "miss", "misses")
        + ").";
  }

  private static String progressOf(Progress progress) {
    String speed = Figures.rate(progress.keysPerSecond());
    if (progress.total() < 0) {
      return Figures.count(progress.done()) + " keys, " + speed;
    }
    Duration eta = progress.eta();
    return Figures.count(progress.done())
        + " of "
        + Figures.count(progress.total())
        + " keys ("
        + Figures.share(progress.percent() / 100)
        + "), "
        + speed
        + (eta == null ? "" : ", " + Figures.duration(eta) + " to go");
  }

  private static String endOf(StrategyResult result) {
    WarmupStats stats = result.stats();
    StringJoiner counts = new StringJoiner(", ");
    counts.add(Figures.count(stats.warmed()) + " warmed");
    add(counts, stats.absent(), "absent");
    add(counts, stats.failed(), "failed");
    add(counts, result.alreadyPresent(), "already there");
    add(counts, result.overwritten(), "overwritten meanwhile");
    add(counts, result.heldOut(), "left cold for comparison");
    String end =
        counts
            + " in "
            + Figures.duration(stats.duration())
            + " ("
            + Figures.rate(stats.keysPerSecond())
            + ")";
    return outcome(result.outcome())
        + end
        + (result.note() == null ? "." : "; " + result.note() + ".");
  }

  private static void add(StringJoiner counts, long n, String what) {
    if (n > 0) {
      counts.add(Figures.count(n) + " " + what);
    }
  }

  private static String outcome(StrategyResult.Outcome outcome) {
    return switch (outcome) {
      case DONE -> "";
      case BUDGET_SPENT -> "ended by itself, ";
      case TIMED_OUT -> "stopped at its timeout, ";
      case GIVEN_UP -> "given up, ";
      case FAILED -> "failed, ";
      case STOPPED -> "stopped, ";
      case NOT_RUN -> "not run, ";
    };
  }
}
