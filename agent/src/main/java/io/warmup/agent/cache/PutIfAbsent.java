package io.warmup.agent.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fence of a cache whose writes cannot be seen: an entry that is there is never replaced, but
 * that one was deleted while its value was being loaded goes unnoticed.
 */
@FunctionalInterface
public interface PutIfAbsent extends Fence {

  /**
   * Puts one value where there is none, in one step of the cache's own.
   *
   * @return false: there was one
   */
  boolean putIfAbsent(Object key, Object value, @Nullable Duration ttl);

  @Override
  default PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
    return putIfAbsent(key, value, ttl) ? PutOutcome.WARMED : PutOutcome.ALREADY_PRESENT;
  }

  @Override
  default void close() {}
}
