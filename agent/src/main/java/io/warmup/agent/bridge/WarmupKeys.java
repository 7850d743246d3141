package io.warmup.agent.bridge;

/**
 * Told which keys are asked for, off the hit path. Called on the application's threads, several at
 * once; must not throw, block or call the keys' own methods under a lock.
 */
public interface WarmupKeys {

  /**
   * The first read of an entry, or a get that found none.
   *
   * @param found whether there was an entry
   */
  void requested(Object key, boolean found);

  /**
   * A get that found nothing.
   *
   * @param weight how many misses it stands for: after a thread's first few thousand some are drawn
   */
  void missed(Object key, int weight);
}
