package io.warmup.benchmarks.start;

import java.util.Arrays;
import java.util.Locale;

/**
 * What several measurements say together.
 *
 * @param error of the mean: a standard error
 */
record Spread(double mean, double error, double median) {

  static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Spread(mean, error, median);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%+.0f ± %.0f (median %+.0f)", mean, error, median);
  }
}
