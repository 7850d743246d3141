package io.warmup.agent.cache;

/**
 * Watches how the first reads of some planned keys end, to compare those that were warmed with
 * those that were left cold. Thread-safe.
 */
public interface Trial {

  /** What a key of the trial stands for. */
  enum Arm {
    /** Warmed like all others. */
    WARMED,
    /** Left cold. */
    HELD_OUT
  }

  /**
   * Takes a key in. One that is in already stays where it is.
   *
   * @return whether it is in, in this arm; false: there is no room for more, or it is in the other
   *     one, and the key is to be warmed as if there were no trial
   */
  boolean admit(Object key, Arm arm);
}
