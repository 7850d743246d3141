package io.warmup.agent.report.model;

import org.jspecify.annotations.Nullable;

/**
 * Planned keys left cold, compared with warmed ones drawn the same way: how the first read of each
 * ended.
 *
 * @param warmed keys that were warmed
 * @param heldOut keys that were left cold
 * @param uplift the first's hit ratio less the second's, -1..1; null before there is a read on each
 *     side
 * @param low where the 95 % confidence interval of it begins (Newcombe 1998, method 10)
 * @param high where it ends
 * @param sentence the same for people; goes on from the name of the cache
 */
public record HoldoutReport(
    HoldoutArm warmed,
    HoldoutArm heldOut,
    @Nullable Double uplift,
    @Nullable Double low,
    @Nullable Double high,
    String sentence) {

  /**
   * One side of the comparison.
   *
   * @param keys that were watched
   * @param touched of them: keys that were read
   * @param hits of the first reads: those answered from the cache
   * @param hitRatio {@code hits ÷ touched}; null if none was read
   */
  public record HoldoutArm(long keys, long touched, long hits, @Nullable Double hitRatio) {}
}
