package io.warmup.agent.config;

/**
 * Whether this instance is among the {@code rollout.percent} that warm.
 *
 * <p>Each key falls into one of 10,000 slots for good; the instances below the percentage's slot
 * warm. So raising the percentage takes nobody out, and a restart changes nothing.
 */
public final class InstanceRollout {

  private static final int SLOTS = 10_000;

  private InstanceRollout() {}

  /**
   * {@link Mode#OBSERVE} where a warming instance is not yet, or no longer, among those told to.
   */
  public static Mode mode(Mode wanted, Rollout rollout) {
    boolean staysOut = !warms(rollout.key(), rollout.percent());
    return wanted == Mode.WARM && staysOut ? Mode.OBSERVE : wanted;
  }

  /**
   * Whether the instance warms.
   *
   * @param key what the instance is told apart by
   * @param percent 0..100
   */
  public static boolean warms(String key, int percent) {
    return StableHash.slot(key, SLOTS) < percent * (SLOTS / 100);
  }
}
