package io.warmup.agent.bridge;

/**
 * Told which keys are asked for, off the hit path. Called on the application's threads, several at
 * once; must not throw, block or call the keys' own methods under a lock.
 */
public interface WarmupKeys {

  /** The first read of an entry. */
  void touched(Object key);

  /** A get that found nothing. */
  void missed(Object key);
}
