package io.warmup.demo;

import java.util.Arrays;

/** Latencies in nanoseconds, in the order in which the requests were due. */
record Latencies(long[] nanos) {

  Latencies first(int count) {
    return new Latencies(Arrays.copyOf(nanos, Math.min(count, nanos.length)));
  }

  /**
   * The latency that a share of the requests did not exceed (nearest rank).
   *
   * @param share 0..1
   * @return milliseconds
   */
  double millis(double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }
}
