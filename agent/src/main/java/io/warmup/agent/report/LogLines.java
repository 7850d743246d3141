package io.warmup.agent.report;

import io.warmup.agent.log.Log;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Mismatch;
import io.warmup.agent.report.model.Verdict.Outcome;
import io.warmup.agent.report.model.WarmupReport;
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

  /** One line on a run that goes on; call it every few seconds, on any thread. */
  public void progress(WarmupStats stats) {
    log.info(stats.strategy() + ": " + progressOf(stats));
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
    if (cache.verdict().outcome() == Outcome.DID_NOT_PAY) {
      log.warn(cache.verdict().sentence());
    } else {
      log.info(cache.verdict().sentence());
    }
    cache.mismatches().forEach(m -> log.warn(cache.cache() + ": " + mismatch(m)));
  }

  private static String mismatch(Mismatch m) {
    String pair =
        m.warmed().equals(m.missed()) ? "" : m.warmed() + " is warmed, " + m.missed() + " missed; ";
    return "warmed under keys nobody asks for: "
        + pair
        + m.difference()
        + " ("
        + Figures.count(m.count(), "miss", "misses")
        + ").";
  }

  private static String progressOf(WarmupStats stats) {
    String speed = Figures.rate(stats.keysPerSecond());
    if (stats.total() < 0) {
      return Figures.count(stats.done()) + " keys, " + speed;
    }
    double share = stats.total() == 0 ? 1 : (double) stats.done() / stats.total();
    return Figures.count(stats.done())
        + " of "
        + Figures.count(stats.total())
        + " keys ("
        + Figures.share(share)
        + "), "
        + speed
        + eta(stats);
  }

  private static String eta(WarmupStats stats) {
    if (stats.keysPerSecond() == 0) {
      return "";
    }
    long seconds = Math.round((stats.total() - stats.done()) / stats.keysPerSecond());
    return ", " + Figures.duration(Duration.ofSeconds(seconds)) + " to go";
  }

  private static String endOf(StrategyResult result) {
    WarmupStats stats = result.stats();
    StringJoiner counts = new StringJoiner(", ");
    counts.add(Figures.count(stats.warmed()) + " warmed");
    add(counts, stats.absent(), "absent");
    add(counts, stats.failed(), "failed");
    add(counts, result.alreadyPresent(), "already there");
    add(counts, result.overwritten(), "overwritten meanwhile");
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
      case TIMED_OUT -> "stopped at its timeout, ";
      case GIVEN_UP -> "given up, ";
      case FAILED -> "failed, ";
      case STOPPED -> "stopped, ";
      case NOT_RUN -> "not run, ";
    };
  }
}
