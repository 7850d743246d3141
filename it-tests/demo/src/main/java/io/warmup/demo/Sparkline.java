package io.warmup.demo;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A row of bars, one a share, each an eighth to eight eighths high. */
final class Sparkline {

  static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /**
   * Draws them.
   *
   * @param shares each 0..1; NaN leaves a gap
   */
  static String of(DoubleStream shares) {
    return shares.mapToObj(Sparkline::bar).collect(Collectors.joining());
  }

  private static String bar(double share) {
    if (Double.isNaN(share)) {
      return " ";
    }
    return BARS.substring((int) Math.min(7, share * 8)).substring(0, 1);
  }
}
