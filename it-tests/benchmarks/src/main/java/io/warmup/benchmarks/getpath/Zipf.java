package io.warmup.benchmarks.getpath;

import java.util.Arrays;
import java.util.Random;

/** Ranks drawn with probability ∝ 1/rank^skew, by inversion of the summed weights. */
final class Zipf {

  private final double[] cumulated;

  Zipf(int ranks, double skew) {
    cumulated = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1 / Math.pow(rank + 1.0, skew);
      cumulated[rank] = sum;
    }
  }

  /** From 0, the most frequent. */
  int draw(Random random) {
    double point = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, point);
    return found < 0 ? -found - 1 : found;
  }
}
