package io.warmup.agent.cache;

/** How much of the application's own activity a {@link Fence} sees. */
public enum FenceStrength {
  /** Every write, load and invalidation. */
  EXACT,
  /**
   * Entries that are there, and what this application writes or invalidates until the put begins;
   * an invalidation in the instant of the put, or by another process, goes unseen.
   */
  WATCHED,
  /** Entries that are there; an invalidation of a key that had no entry goes unseen. */
  IF_ABSENT,
  /** Nothing: the last put wins. */
  NONE
}
