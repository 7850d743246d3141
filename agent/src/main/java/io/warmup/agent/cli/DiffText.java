package io.warmup.agent.cli;

import io.warmup.agent.log.OneLine;
import io.warmup.agent.report.Figures;
import io.warmup.agent.report.diff.CacheDiff;
import io.warmup.agent.report.diff.CacheDiff.Side;
import io.warmup.agent.report.diff.ReportDiff;
import io.warmup.agent.report.diff.StartDiff.Start;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** A difference for a terminal. */
final class DiffText {

  private static final String A = "A";
  private static final String B = "B";

  private final Ansi ansi;
  private final StringBuilder out = new StringBuilder();

  DiffText(ReportDiff diff, Ansi ansi) {
    this.ansi = ansi;
    starts(diff.start().first(), diff.start().second());
    caches(diff.caches());
    list("Gained", Style.fg_green, diff.gained());
    list("Lost", Style.fg_red, diff.lost());
    list("With caution", Style.fg_yellow, diff.cautions());
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void starts(Start first, Start second) {
    TextTable table = new TextTable("REPORT", "MODE", "UNTIL TRAFFIC", "HELD", "PROCESS");
    start(table, A, first);
    start(table, B, second);
    show(table);
  }

  private static void start(TextTable table, String report, Start start) {
    table.row(
        report,
        start.mode(),
        Figures.duration(start.untilTraffic()),
        Figures.duration(start.held()),
        start.process());
  }

  private void caches(List<CacheDiff> caches) {
    if (caches.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            "CACHE",
            "REPORT",
            "GETS",
            "HIT RATIO",
            "FIRST MINUTE",
            "MISSES",
            "AVOIDED",
            "KEYS COVERED",
            "GETS COVERED");
    for (CacheDiff cache : caches) {
      side(table, cache.cache(), A, cache.first());
      side(table, "", B, cache.second());
    }
    line("");
    show(table);
  }

  private static void side(TextTable table, String cache, String report, @Nullable Side side) {
    table.row(
        cache,
        report,
        of(side, it -> Figures.count(it.gets())),
        of(side, it -> Figures.ratio(it.hitRatio())),
        of(side, it -> Figures.ratio(it.firstMinuteHitRatio())),
        of(side, it -> Figures.count(it.misses())),
        of(side, it -> Figures.count(it.missesAvoided())),
        of(side, it -> Figures.ratio(it.keyCoverage())),
        of(side, it -> Figures.ratio(it.getCoverage())));
  }

  private static String of(@Nullable Side side, Function<Side, String> figure) {
    return side == null ? Figures.UNKNOWN : figure.apply(side);
  }

  private void show(TextTable table) {
    List<String> lines = table.lines();
    line(ansi.enabled() ? Style.bold.on() + lines.get(0) + Style.reset.on() : lines.get(0));
    lines.stream().skip(1).forEach(this::line);
  }

  private void list(String title, Style style, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    line("");
    line(ansi.enabled() ? style.on() + title + Style.reset.on() : title);
    items.forEach(item -> line("  " + OneLine.of(item)));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
