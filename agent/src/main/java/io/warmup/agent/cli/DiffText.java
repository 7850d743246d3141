package io.warmup.agent.cli;

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

  private final Ansi ansi;
  private final StringBuilder out = new StringBuilder();

  DiffText(ReportDiff diff, Ansi ansi) {
    this.ansi = ansi;
    TextTable table = new TextTable("", "A", "B");
    Start first = diff.start().first();
    Start second = diff.start().second();
    table.row("process", first.process(), second.process());
    table.row("mode", first.mode(), second.mode());
    table.row(
        "traffic opened after",
        Figures.duration(first.untilTraffic()),
        Figures.duration(second.untilTraffic()));
    table.row(
        "held by the warm-up", Figures.duration(first.held()), Figures.duration(second.held()));
    diff.caches().forEach(cache -> rows(table, cache));
    table.lines().forEach(this::line);
    list("Gained", Style.fg_green, diff.gained());
    list("Lost", Style.fg_red, diff.lost());
    list("With caution", Style.fg_yellow, diff.cautions());
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static void rows(TextTable table, CacheDiff cache) {
    row(table, cache, "gets", side -> Figures.count(side.gets()));
    row(table, cache, "hit ratio", side -> Figures.ratio(side.hitRatio()));
    row(table, cache, "first minute", side -> Figures.ratio(side.firstMinuteHitRatio()));
    row(table, cache, "misses", side -> Figures.count(side.misses()));
    row(table, cache, "misses avoided", side -> Figures.count(side.missesAvoided()));
    row(table, cache, "key coverage", side -> Figures.ratio(side.keyCoverage()));
    row(table, cache, "get coverage", side -> Figures.ratio(side.getCoverage()));
  }

  private static void row(
      TextTable table, CacheDiff cache, String what, Function<Side, String> figure) {
    table.row(cache.cache() + " " + what, of(cache.first(), figure), of(cache.second(), figure));
  }

  private static String of(@Nullable Side side, Function<Side, String> figure) {
    return side == null ? Figures.UNKNOWN : figure.apply(side);
  }

  private void list(String title, Style style, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    line("");
    line(ansi.enabled() ? style.on() + title + style.off() : title);
    items.forEach(item -> line("  " + item));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
