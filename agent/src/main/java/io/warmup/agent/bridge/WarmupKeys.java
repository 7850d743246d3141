package io.warmup.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Told which keys are asked for, off the hit path. Called on the application's threads, several at
 * once; must not throw or wait, nor call the methods of any other key than the one at hand.
 */
public interface WarmupKeys {

  /**
   * The first read of an entry since traffic opened; of one that the application has put into a
   * store without nodes, each.
   */
  void requested(Object key);

  /** A get has begun, and it is not known yet what it will find. */
  void asked(Object key);

  /** The first read of a warmed entry since traffic opened; told besides. */
  void covered(Object key);

  /**
   * A get that found nothing.
   *
   * @param misses how many the calling thread has counted so far; 0 where that is not known
   */
  void missed(Object key, long misses);

  /** The entry of a warmed key has ended that was used; null: the key is collected. */
  void usedAndEnded(@Nullable Object key);

  /** Whether {@link #usedAndEnded} told of a key that is warmed anew. */
  boolean wasUsed(Object key);
}
