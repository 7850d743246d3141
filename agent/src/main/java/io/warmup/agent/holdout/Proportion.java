package io.warmup.agent.holdout;

/**
 * So many successes in so many independent trials.
 *
 * @param successes at most {@code trials}
 * @param trials at least 1
 */
public record Proportion(long successes, long trials) {

  /** The quantile of the standard normal distribution that leaves 2.5 % above it. */
  private static final double Z = 1.959963984540054;

  /** Checks that there was a trial. */
  public Proportion {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " of " + trials);
    }
  }

  /** 0..1. */
  public double estimate() {
    return (double) successes / trials;
  }

  /** The lower end of the 95 % score interval (E. B. Wilson, JASA 22, 1927, pages 209–212). */
  double lowest() {
    return centre() - halfWidth();
  }

  /** Its upper end. */
  double highest() {
    return centre() + halfWidth();
  }

  private double centre() {
    return (2 * successes + Z * Z) / (2 * (trials + Z * Z));
  }

  private double halfWidth() {
    double failures = trials - successes;
    return Z * Math.sqrt(Z * Z + 4 * successes * failures / trials) / (2 * (trials + Z * Z));
  }
}
