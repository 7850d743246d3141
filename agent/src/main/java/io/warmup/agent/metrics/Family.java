package io.warmup.agent.metrics;

import io.warmup.agent.warmer.LoadHistogram;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All series of one meter.
 *
 * @param name as Prometheus has it, without {@code _total}
 * @param help one sentence
 */
public record Family(String name, Kind kind, String help, List<Point> points) {

  /** What a value means. */
  public enum Kind {
    /** Only ever goes up. */
    COUNTER,
    GAUGE,
    /** Latencies in seconds. */
    HISTOGRAM
  }

  /**
   * One series.
   *
   * @param labels name → value, in a fixed order; never a key of a cache
   * @param value of a counter or gauge
   * @param histogram null unless it is one
   */
  public record Point(
      Map<String, String> labels, double value, @Nullable LoadHistogram histogram) {}
}
