package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.MissedFigures;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Missed;
import io.warmup.agent.report.model.CacheReport.MissedBounds;
import java.util.List;

/**
 * The most frequent misses, a bar each: templates first, then single keys where they may be shown.
 */
final class MissedList {

  private static final int ROWS = 8;

  private final Html html;

  MissedList(Html html) {
    this.html = html;
  }

  void write(String title, CacheReport cache) {
    if (cache.missedTemplates().isEmpty() && cache.missedKeys().isEmpty()) {
      return;
    }
    html.leaf("h3", title);
    if (isShapeless(cache)) {
      html.open("p", "class", "note");
      html.text(Figures.count(cache.misses(), "miss", "misses"));
      html.text(" on keys that have no shape in common. ");
      html.leaf("code", "report.keys: plain").text(" names them, ").leaf("code", "hash");
      html.text(" tells them apart.").close();
      return;
    }
    MissedBounds bounds = cache.missedBounds();
    MissedFigures figures = new MissedFigures(bounds);
    bars(cache.missedTemplates(), cache.misses(), figures);
    bars(cache.missedKeys(), cache.misses(), figures);
    if (bounds != null && bounds.template() > 0) {
      shortBy(bounds, !cache.missedKeys().isEmpty(), figures);
    }
  }

  private void shortBy(MissedBounds bounds, boolean withKeys, MissedFigures figures) {
    html.leaf(
        "p",
        "Memory for missed keys is bounded: a template's count is "
            + figures.shortBy(bounds.template())
            + (withKeys ? ", a key's by " + figures.count(bounds.key()) : "")
            + ".",
        "class",
        "note");
  }

  /** Numbers, for example: a template of theirs says nothing. */
  private static boolean isShapeless(CacheReport cache) {
    return cache.missedKeys().isEmpty()
        && cache.missedTemplates().stream().allMatch(it -> it.key().equals("*"));
  }

  private void bars(List<Missed> missed, long misses, MissedFigures figures) {
    if (missed.isEmpty()) {
      return;
    }
    html.open("ol", "class", "missed");
    for (Missed m : missed.subList(0, Math.min(ROWS, missed.size()))) {
      double share = misses == 0 ? 0 : Math.min(1, (double) m.count() / misses);
      html.open("li").leaf("code", m.key());
      html.leaf(
          "span",
          figures.misses(m.count()) + ", " + Figures.share(share) + " of all",
          "class",
          "amount");
      Svg.open(html, 4, Figures.share(share));
      Svg.bar(html, "misses", 0, 0, Svg.WIDTH * share, 4);
      html.close().close();
    }
    html.close();
  }
}
