package io.warmup.agent.warmer;

import java.time.Duration;
import java.util.List;

/**
 * Load latencies by size, as Prometheus' classic histograms have them.
 *
 * @param counts loads in each bucket alone, one more than there are {@link #BOUNDS}: the last is
 *     for those above all of them
 * @param total time of all loads together
 */
public record LoadHistogram(List<Long> counts, Duration total) {

  /** Inclusive upper bounds in seconds: from what memory takes to what nobody waits for. */
  public static final List<Double> BOUNDS =
      List.of(
          0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0,
          10.0, 30.0);

  /** All loads. */
  public long count() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The bucket of a latency. */
  static int bucket(long nanos) {
    double seconds = nanos / 1e9;
    int bucket = 0;
    while (bucket < BOUNDS.size() && seconds > BOUNDS.get(bucket)) {
      bucket++;
    }
    return bucket;
  }
}
