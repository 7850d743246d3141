package io.warmup.agent.bridge;

/**
 * Told which keys are asked for, off the hit path. Called on the application's threads, several at
 * once; must not throw or wait, nor call the methods of any other key than the one at hand.
 */
public interface WarmupKeys {

  /** The first read of an entry. */
  void requested(Object key);

  /**
   * A get that found nothing.
   *
   * @param misses how many the calling thread has counted so far; 0 where that is not known
   */
  void missed(Object key, long misses);
}
