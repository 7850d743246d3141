package io.warmup.agent.config;

import java.nio.charset.StandardCharsets;

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
  public static Mode mode(WarmupConfig config) {
    boolean staysOut = !warms(config.rollout().key(), config.rollout().percent());
    return config.mode() == Mode.WARM && staysOut ? Mode.OBSERVE : config.mode();
  }

  /**
   * Whether the instance warms.
   *
   * @param key what the instance is told apart by
   * @param percent 0..100
   */
  public static boolean warms(String key, int percent) {
    return slot(key) < percent * (SLOTS / 100);
  }

  private static int slot(String key) {
    return (int) Long.remainderUnsigned(hash(key), SLOTS);
  }

  /**
   * FNV-1a over UTF-8, then the finaliser of MurmurHash3: keys that differ in one last digit, as
   * pod names do, must fall far apart.
   */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
