package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Interval;
import io.warmup.agent.report.model.GateOpening;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hit ratio of each interval over time, the moment traffic opened, and below it how many gets
 * each ratio rests on. An interval without a get leaves a gap.
 */
final class HitRatioPlot {

  private static final double RATIO_HEIGHT = 200;
  private static final double GETS_HEIGHT = 40;

  private final Html html;
  private final @Nullable GateOpening gate;

  HitRatioPlot(Html html, @Nullable GateOpening gate) {
    this.html = html;
    this.gate = gate;
  }

  void write(CacheReport cache) {
    if (cache.gets() == 0 || cache.intervals().isEmpty()) {
      return;
    }
    List<Interval> intervals = cache.intervals();
    Double opened = gate == null ? null : seconds(Duration.between(cache.opened(), gate.opened()));
    TimeAxis axis = TimeAxis.of(seconds(cache.observed()), opened);
    html.open("figure", "class", "plot timeline");
    caption(intervals);
    html.open("div", "class", "y").leaf("span", "100 %").leaf("span", "50 %");
    html.leaf("span", "0 %").close();
    ratios(intervals, axis, opened);
    gets(intervals, axis, opened);
    scale(axis, opened, cache.observed());
    html.close();
  }

  private void caption(List<Interval> intervals) {
    html.open("figcaption").leaf("b", "Hit ratio").text(" in each interval");
    if (intervals.size() > 1) {
      html.text(" of " + rounded(intervals.get(1).start().minus(intervals.get(0).start())));
    }
    html.text(", and the gets it rests on: hits above, misses below").close();
  }

  private void ratios(List<Interval> intervals, TimeAxis axis, @Nullable Double opened) {
    html.open("div", "class", "ratio");
    Svg.open(html, RATIO_HEIGHT, inWords(intervals));
    for (double y : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      Svg.line(html, "grid", 0, y * RATIO_HEIGHT, Svg.WIDTH, y * RATIO_HEIGHT);
    }
    mark(axis, opened, RATIO_HEIGHT);
    for (int i = 0; i < intervals.size(); i++) {
      if (gets(intervals.get(i)) > 0) {
        int end = endOfStretch(intervals, i);
        stretch(intervals.subList(i, end), axis, end(intervals, end - 1, axis));
        i = end;
      }
    }
    html.close().close();
  }

  /** Steps: a ratio holds for its whole interval. */
  private void stretch(List<Interval> stretch, TimeAxis axis, double end) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < stretch.size(); i++) {
      double y = (1 - ratio(stretch.get(i))) * RATIO_HEIGHT;
      double from = axis.x(seconds(stretch.get(i).start()));
      double to = i + 1 < stretch.size() ? axis.x(seconds(stretch.get(i + 1).start())) : end;
      points.append(Svg.number(from)).append(',').append(Svg.number(y)).append(' ');
      points.append(Svg.number(to)).append(',').append(Svg.number(y)).append(' ');
    }
    String start = Svg.number(axis.x(seconds(stretch.get(0).start())));
    String bottom = Svg.number(RATIO_HEIGHT);
    html.empty(
        "polygon",
        "class",
        "under",
        "points",
        start + "," + bottom + " " + points + Svg.number(end) + "," + bottom);
    html.empty("polyline", "class", "curve", "points", points.toString().strip());
  }

  private void gets(List<Interval> intervals, TimeAxis axis, @Nullable Double opened) {
    long most = intervals.stream().mapToLong(HitRatioPlot::gets).max().orElse(1);
    html.open("div", "class", "gets");
    Svg.open(html, GETS_HEIGHT, "Gets in each interval, at most " + Figures.count(most));
    mark(axis, opened, GETS_HEIGHT);
    for (int i = 0; i < intervals.size(); i++) {
      Interval interval = intervals.get(i);
      double x = axis.x(seconds(interval.start()));
      double width = (end(intervals, i, axis) - x) * 0.82;
      double all = GETS_HEIGHT * gets(interval) / most;
      double missed = GETS_HEIGHT * interval.misses() / most;
      Svg.bar(html, "hits", x, GETS_HEIGHT - all, width, all - missed);
      Svg.bar(html, "misses", x, GETS_HEIGHT - missed, width, missed);
    }
    html.close().close();
    html.leaf("span", Figures.count(most), "class", "most");
  }

  private void scale(TimeAxis axis, @Nullable Double opened, Duration observed) {
    html.open("div", "class", "x");
    if (opened != null) {
      html.leaf(
          "span", "traffic opened", "class", "opened", "style", "left:" + axis.percent(opened));
    }
    html.leaf("span", rounded(observed), "class", "end").close();
  }

  private void mark(TimeAxis axis, @Nullable Double opened, double height) {
    if (opened != null) {
      Svg.line(html, "opened", axis.x(opened), 0, axis.x(opened), height);
    }
  }

  /** Timers are never quite on time, which is no news. */
  private static String rounded(Duration duration) {
    long tenths = Math.round(duration.toMillis() / 100.0);
    return Figures.duration(tenths < 10 ? duration : Duration.ofMillis(tenths * 100));
  }

  private static String inWords(List<Interval> intervals) {
    List<Interval> asked = intervals.stream().filter(i -> gets(i) > 0).toList();
    double lowest = asked.stream().mapToDouble(HitRatioPlot::ratio).min().orElse(0);
    return "Hit ratio: "
        + Figures.ratio(ratio(asked.get(0)))
        + " in the first interval, "
        + Figures.ratio(ratio(asked.get(asked.size() - 1)))
        + " in the last, lowest "
        + Figures.ratio(lowest);
  }

  private static int endOfStretch(List<Interval> intervals, int from) {
    int end = from;
    while (end < intervals.size() && gets(intervals.get(end)) > 0) {
      end++;
    }
    return end;
  }

  private static double end(List<Interval> intervals, int i, TimeAxis axis) {
    return i + 1 < intervals.size() ? axis.x(seconds(intervals.get(i + 1).start())) : Svg.WIDTH;
  }

  private static long gets(Interval interval) {
    return interval.hits() + interval.misses();
  }

  private static double ratio(Interval interval) {
    return (double) interval.hits() / gets(interval);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
