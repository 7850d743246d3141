package io.warmup.agent.report.diff;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.diff.CacheDiff.Side;
import io.warmup.agent.report.diff.StartDiff.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts differences into words, those that chance does not explain: two hit ratios differ by more
 * than 1.96 standard errors of the difference of two proportions, each on a hundred gets or more.
 */
final class Changes {

  private static final long ENOUGH_GETS = 100;
  private static final double Z_95 = 1.96;

  /** Windows that differ by more than this share do not compare. */
  private static final double SAME_WINDOW = 0.1;

  private final List<String> gained = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> cautions = new ArrayList<>();

  void compare(StartDiff start) {
    Duration first = start.first().untilTraffic();
    Duration second = start.second().untilTraffic();
    if (first == null || second == null) {
      cautions.add("traffic had not opened in both processes: their starts do not compare");
      return;
    }
    Duration later = second.minus(first);
    Duration heldLonger = held(start.second()).minus(held(start.first()));
    if (later.isZero()) {
      return;
    }
    String words =
        "traffic opened "
            + Figures.duration(later.abs())
            + (later.isNegative() ? " earlier" : " later");
    if (later.isNegative() != heldLonger.isNegative() && !heldLonger.isZero()) {
      cautions.add(
          "%s, though it was held %s %s: something else than the warm-up told the starts apart"
              .formatted(
                  words,
                  Figures.duration(heldLonger.abs()),
                  heldLonger.isNegative() ? "less" : "longer"));
    } else {
      (later.isNegative() ? gained : lost)
          .add(words + "; it was held " + Figures.duration(held(start.second())));
    }
  }

  private static Duration held(Start start) {
    return start.held() == null ? Duration.ZERO : start.held();
  }

  void compare(CacheDiff cache) {
    Side first = cache.first();
    Side second = cache.second();
    if (first == null || second == null) {
      cautions.add(
          cache.cache() + " was seen in the " + (first == null ? "second" : "first") + " only");
      return;
    }
    if (apart(first.observed(), second.observed())) {
      cautions.add(
          "%s was recorded for %s and for %s: totals do not compare"
              .formatted(
                  cache.cache(),
                  Figures.duration(first.observed()),
                  Figures.duration(second.observed())));
    }
    avoided(cache.cache(), first, second);
    ratio(
        cache.cache() + ", hit ratio in the first minute",
        first.firstMinuteHitRatio(),
        first.firstMinuteGets(),
        second.firstMinuteHitRatio(),
        second.firstMinuteGets());
    ratio(
        cache.cache() + ", hit ratio over the window",
        first.hitRatio(),
        first.gets(),
        second.hitRatio(),
        second.gets());
  }

  List<String> gained() {
    return List.copyOf(gained);
  }

  List<String> lost() {
    return List.copyOf(lost);
  }

  List<String> cautions() {
    return List.copyOf(cautions);
  }

  /** In one of the two alone: two warm-ups compare by what the cache answered. */
  private void avoided(String cache, Side first, Side second) {
    if ((first.missesAvoided() == 0) == (second.missesAvoided() == 0)) {
      return;
    }
    boolean gain = second.missesAvoided() > 0;
    Side warmed = gain ? second : first;
    (gain ? gained : lost)
        .add(
            "%s: %s avoided by a warm-up%s"
                .formatted(
                    cache,
                    Figures.count(warmed.missesAvoided(), "miss", "misses"),
                    warmed.keyCoverage() == null
                        ? ""
                        : ", which held "
                            + Figures.ratio(warmed.keyCoverage())
                            + " of the keys asked for"));
  }

  private void ratio(
      String what,
      @Nullable Double first,
      long firstGets,
      @Nullable Double second,
      long secondGets) {
    if (first == null || second == null || Math.min(firstGets, secondGets) < ENOUGH_GETS) {
      cautions.add(
          "%s: only %s and %s, no comparison"
              .formatted(
                  what,
                  Figures.count(firstGets, "get", "gets"),
                  Figures.count(secondGets, "get", "gets")));
      return;
    }
    double margin = Z_95 * Math.sqrt(variance(first, firstGets) + variance(second, secondGets));
    double points = second - first;
    if (Math.abs(points) > margin) {
      (points > 0 ? gained : lost)
          .add(
              String.format(
                  Locale.ROOT,
                  "%s: %s instead of %s (%+.1f points, ± %.1f)",
                  what,
                  Figures.ratio(second),
                  Figures.ratio(first),
                  points * 100,
                  margin * 100));
    }
  }

  private static double variance(double ratio, long gets) {
    return ratio * (1 - ratio) / gets;
  }

  private static boolean apart(Duration a, Duration b) {
    double longer = Math.max(a.toNanos(), b.toNanos());
    return Math.abs(a.toNanos() - b.toNanos()) > SAME_WINDOW * longer;
  }
}
