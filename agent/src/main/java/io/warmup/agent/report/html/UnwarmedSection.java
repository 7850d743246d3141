package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.GateOpening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caches nobody warmed: the busiest in full, the others in a table, where they are many. */
final class UnwarmedSection {

  /** Drawn in full; an application may have thousands of caches. */
  private static final int IN_FULL = 3;

  private static final int ROWS = 50;

  private final Html html;
  private final @Nullable GateOpening gate;

  UnwarmedSection(Html html, @Nullable GateOpening gate) {
    this.html = html;
    this.gate = gate;
  }

  /** Writes them in the order they come in. */
  void write(List<CacheReport> caches) {
    if (caches.isEmpty()) {
      return;
    }
    html.open("section").leaf("h2", "Caches that were not warmed");
    caches.stream().limit(IN_FULL).forEach(this::inFull);
    List<CacheReport> rest = caches.stream().skip(IN_FULL).toList();
    if (!rest.isEmpty()) {
      table(rest.subList(0, Math.min(ROWS, rest.size())));
    }
    if (rest.size() > ROWS) {
      html.leaf(
          "p",
          "And " + Figures.count(rest.size() - ROWS, "more.", "more, less missed than these."));
    }
    html.close();
  }

  private void inFull(CacheReport cache) {
    html.open("h3").text(cache.cache()).leaf("span", cache.kind(), "class", "tag").close();
    html.leaf("p", CacheSection.sentence(cache.verdict()), "class", "small verdict");
    new HitRatioPlot(html, gate).write(cache);
    new MissedList(html).write("What it missed most", cache);
  }

  private void table(List<CacheReport> caches) {
    Table table = new Table(html, "Cache", "Kind", "Gets", "Hit ratio", "Misses");
    for (CacheReport cache : caches) {
      table.row(
          cache.cache(),
          cache.kind(),
          Figures.count(cache.gets()),
          Figures.ratio(cache.hitRatio()),
          Figures.count(cache.misses()));
    }
    table.close();
  }
}
