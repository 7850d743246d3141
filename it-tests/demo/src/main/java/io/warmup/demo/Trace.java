package io.warmup.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The visitors' traffic: the same for everybody who asks with the same numbers.
 *
 * <p>Visitors arrive independently of each other (a Poisson process). What they look at follows the
 * same Zipf law as what was ordered in the last 90 days (the shop's {@code data.sql}), but it is
 * drawn anew: the warm-up knows what sold, not what will be asked for.
 */
final class Trace {

  private static final int PRODUCTS = 50_000;
  private static final int CATEGORIES = 1_110;

  private final SplittableRandom random;

  private Trace(long seed) {
    random = new SplittableRandom(seed);
  }

  static List<Request> of(long seed, int perSecond, int seconds) {
    Trace trace = new Trace(seed);
    List<Request> requests = new ArrayList<>(perSecond * seconds);
    double due = trace.gap(perSecond);
    while (due < seconds) {
      requests.add(new Request((long) (due * 1e9), trace.path()));
      due += trace.gap(perSecond);
    }
    return requests;
  }

  private double gap(int perSecond) {
    return -Math.log(1 - random.nextDouble()) / perSecond;
  }

  private String path() {
    double u = random.nextDouble();
    if (u < 0.80) {
      return "/products/" + (zipf(PRODUCTS) * 7_919L % PRODUCTS + 1);
    }
    if (u < 0.92) {
      return "/categories/" + zipf(CATEGORIES);
    }
    return "/recommendations/" + (u < 0.97 ? "homepage" : u < 0.99 ? "trending" : "bargains");
  }

  /** A rank from 1 to n - 1 with P(rank) ~ 1 / rank. */
  private int zipf(int n) {
    return (int) Math.pow(n, random.nextDouble());
  }
}
