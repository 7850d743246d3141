package io.warmup.agent.report;

import io.warmup.agent.report.model.CacheReport.Missed;
import io.warmup.agent.report.model.CacheReport.MissedBounds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The most missed template, as a part of a verdict's sentence; empty without one. */
final class MostMissed {

  private final @Nullable Missed top;
  private final MissedFigures figures;
  private final long shortBy;

  /**
   * @param templates most missed first
   * @param bounds how far their counts can be relied on; null: each miss is counted
   */
  MostMissed(List<Missed> templates, @Nullable MissedBounds bounds) {
    top = templates.isEmpty() ? null : templates.get(0);
    figures = new MissedFigures(bounds);
    shortBy = bounds == null ? 0 : bounds.template();
  }

  /** Where the cache was warmed. */
  String unplanned() {
    return top == null
        ? ""
        : "; "
            + figures.misses(top.count())
            + (top.key().equals("*") ? "" : " on " + top.key())
            + (shortBy > 0 ? ", " + figures.shortBy(shortBy) + "," : "")
            + (top.count() == 1 ? " was" : " were")
            + " not in the plan";
  }

  /** Where it was not. */
  String ofAll() {
    return top == null
        ? ""
        : "; most missed: "
            + top.key()
            + " ("
            + figures.count(top.count())
            + (shortBy > 0 ? ", " + figures.shortBy(shortBy) : "")
            + ")";
  }
}
