package io.warmup.agent.cli;

import io.warmup.agent.log.OneLine;
import io.warmup.agent.report.Figures;
import io.warmup.agent.report.Headline;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Mismatch;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.report.model.StrategyReport;
import io.warmup.agent.report.model.StrategyReport.LoadLatency;
import io.warmup.agent.report.model.WarmupReport;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** A report for a terminal. */
final class ReportText {

  /** An application may have thousands. */
  private static final int UNWARMED = 10;

  private final Ansi ansi;
  private final StringBuilder out = new StringBuilder();

  ReportText(WarmupReport report, Ansi ansi) {
    this.ansi = ansi;
    line(
        "%s on %s, pid %d, %s, written %s"
            .formatted(
                report.process().application(),
                report.process().host(),
                report.process().pid(),
                words(report.mode()),
                report.created().truncatedTo(ChronoUnit.SECONDS)));
    line(styled(Style.bold, Headline.of(report)));
    strategies(report.runs());
    List<CacheReport> shown = shown(report.caches());
    caches(shown);
    if (!shown.isEmpty()) {
      line("");
    }
    shown.forEach(this::verdict);
    int rest = report.caches().size() - shown.size();
    if (rest > 0) {
      line(
          "and "
              + Figures.count(rest, "cache", "caches")
              + " more that nobody warmed: --format json has them all");
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** The warmed ones, and of the others those that missed most. */
  private static List<CacheReport> shown(List<CacheReport> all) {
    Stream<CacheReport> warmed = all.stream().filter(it -> it.fates().warmed() > 0);
    Stream<CacheReport> others =
        all.stream()
            .filter(it -> it.fates().warmed() == 0)
            .sorted(Comparator.comparingLong(CacheReport::misses).reversed())
            .limit(UNWARMED);
    return Stream.concat(warmed, others).toList();
  }

  private void strategies(List<RunReport> runs) {
    if (runs.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            "STRATEGY",
            "CACHE",
            "WARMED",
            "FAILED",
            "TOOK",
            "KEYS/S",
            "LOAD P50",
            "P99",
            "END",
            "RUN");
    for (RunReport run : runs) {
      for (StrategyReport s : run.strategies()) {
        LoadLatency load = s.load();
        table.row(
            s.strategy(),
            s.cache(),
            Figures.count(s.warmed()),
            Figures.count(s.failed()),
            Figures.duration(s.took()),
            Figures.count(Math.round(s.keysPerSecond())),
            Figures.duration(load == null ? null : load.p50()),
            Figures.duration(load == null ? null : load.p99()),
            words(s.outcome()),
            words(run.trigger()) + " " + run.number());
      }
    }
    show(table);
  }

  private void caches(List<CacheReport> caches) {
    if (caches.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            "CACHE", "KIND", "GETS", "HIT RATIO", "MISSES", "AVOIDED", "SAVED", "WARMED", "USED");
    for (CacheReport c : caches) {
      table.row(
          c.cache(),
          c.kind(),
          Figures.count(c.gets()),
          Figures.ratio(c.hitRatio()),
          Figures.count(c.misses()),
          Figures.count(c.missesAvoided()),
          Figures.duration(c.loadTimeSaved()),
          Figures.count(c.fates().warmed()),
          Figures.share(c.accuracy()));
    }
    show(table);
  }

  private void verdict(CacheReport cache) {
    Style style =
        switch (cache.verdict().outcome()) {
          case PAID -> Style.fg_green;
          case DID_NOT_PAY -> Style.fg_red;
          case TOO_FEW_GETS, NOT_WARMED -> Style.faint;
        };
    String name = OneLine.of(cache.cache()) + ": ";
    line(styled(style, name) + OneLine.of(cache.verdict().sentence()));
    if (cache.holdout() != null) {
      line(name + cache.holdout().sentence());
    }
    if (cache.expiry() != null) {
      line(name + cache.expiry().sentence());
    }
    for (Mismatch m : cache.mismatches()) {
      line(
          styled(Style.fg_red, name)
              + "warmed under keys nobody asks for: "
              + OneLine.of(m.warmed() + " is warmed, " + m.missed() + " missed; " + m.difference())
              + ".");
    }
  }

  private void show(TextTable table) {
    line("");
    List<String> lines = table.lines();
    line(styled(Style.bold, lines.get(0)));
    lines.stream().skip(1).forEach(this::line);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** Not through picocli's markup, which names and keys may hold too. */
  private String styled(Style style, String text) {
    return ansi.enabled() ? style.on() + text + Style.reset.on() : text;
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
