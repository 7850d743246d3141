package io.warmup.agent.cache;

/** What became of a loaded value. */
public enum PutOutcome {
  /** It is in the cache: the key is warmed. */
  WARMED,
  /**
   * Dropped: an entry the application made while the value was being loaded stands under the key.
   */
  ALREADY_PRESENT,
  /**
   * Dropped: the application replaced or invalidated what was there while the value was being
   * loaded.
   */
  OVERWRITTEN
}
