package io.warmup.agent.report;

import io.warmup.agent.report.model.CacheReport.MissedBounds;
import org.jspecify.annotations.Nullable;

/** Counts of missed keys as people read them: how far they can be relied on is said with them. */
public final class MissedFigures {

  private final boolean sampled;

  /**
   * @param bounds null where each miss is counted
   */
  public MissedFigures(@Nullable MissedBounds bounds) {
    sampled = bounds != null && bounds.sampled();
  }

  /** {@code 29,408}, {@code about 29,408}. */
  public String count(long n) {
    return about() + Figures.count(n);
  }

  /** {@code 1 miss}, {@code about 29,408 misses}. */
  public String misses(long n) {
    return about() + Figures.count(n, "miss", "misses");
  }

  /** {@code short by at most 340}. */
  public String shortBy(long n) {
    return "short by at most " + count(n);
  }

  private String about() {
    return sampled ? "about " : "";
  }
}
