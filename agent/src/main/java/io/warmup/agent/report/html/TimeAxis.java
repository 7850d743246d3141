package io.warmup.agent.report.html;

import org.jspecify.annotations.Nullable;

/**
 * Seconds since recording began → place in the drawing.
 *
 * @param from at the left edge
 * @param to at the right edge
 */
record TimeAxis(double from, double to) {

  /** Wide enough for the window and for the moment traffic opened, with a little room before it. */
  static TimeAxis of(double observed, @Nullable Double opened) {
    double first = opened == null ? 0 : Math.min(0, opened);
    double last = Math.max(observed, opened == null ? 0 : opened);
    double room = opened == null ? 0 : (last - first) * 0.02;
    return new TimeAxis(first - room, Math.max(last, first + 1e-3));
  }

  double x(double seconds) {
    double share = (seconds - from) / (to - from);
    return Math.min(1, Math.max(0, share)) * Svg.WIDTH;
  }

  String percent(double seconds) {
    return Svg.number(x(seconds) / Svg.WIDTH * 100) + "%";
  }
}
