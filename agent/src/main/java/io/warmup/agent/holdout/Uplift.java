package io.warmup.agent.holdout;

/**
 * By how much the first reads of warmed keys were answered from the cache more often than those of
 * keys left cold: a difference of shares, -1..1, with the ends of its 95 % confidence interval.
 *
 * <p>One first read a key and no more, so that popular keys do not count for many: that is what
 * makes the reads independent, as the formula needs them. How often a key is read, Zipf or not,
 * then says only whether it takes part, which is no matter of being warmed. Where keys differ in
 * how likely they are in the cache, the interval is wider than it had to be, never narrower.
 *
 * @param low the interval's lower end
 * @param high its upper end
 */
public record Uplift(double difference, double low, double high) {

  /**
   * The difference with Newcombe's hybrid score interval, made of the two shares' Wilson intervals
   * (R. G. Newcombe, "Interval estimation for the difference between independent proportions:
   * comparison of eleven methods", Statistics in Medicine 17, 1998, pages 873–890, method 10). It
   * keeps its level at shares near 0 and 1, where those of a warm-up are, and where the usual
   * interval of Wald does not.
   *
   * @param warmed first reads of warmed keys
   * @param heldOut first reads of keys left cold
   */
  public static Uplift of(Proportion warmed, Proportion heldOut) {
    double difference = warmed.estimate() - heldOut.estimate();
    double below =
        Math.hypot(warmed.estimate() - warmed.lowest(), heldOut.highest() - heldOut.estimate());
    double above =
        Math.hypot(warmed.highest() - warmed.estimate(), heldOut.estimate() - heldOut.lowest());
    return new Uplift(difference, difference - below, difference + above);
  }

  /** Whether the interval leaves chance out as the reason. */
  public boolean isCertain() {
    return low > 0 || high < 0;
  }
}
