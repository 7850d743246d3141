package io.warmup.agent.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Puts loaded values into a cache unless the application was there first. Safe for use by one
 * thread at a time.
 */
public interface Fence extends AutoCloseable {

  /**
   * Puts one value, if the application has not touched the key since the fence was opened.
   *
   * @param key one of the keys the fence was opened for
   * @param value the loaded value, in the form the application itself would read back
   * @param ttl how long the entry lives; null, or any value where the cache cannot set it, leaves
   *     that to the cache
   */
  PutOutcome put(Object key, Object value, @Nullable Duration ttl);

  /** Stops watching. Idempotent, throws nothing. */
  @Override
  void close();
}
