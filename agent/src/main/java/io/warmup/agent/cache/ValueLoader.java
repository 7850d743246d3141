package io.warmup.agent.cache;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loader the application gave its cache, called past the cache: nothing is put and no get is
 * counted. Thread-safe as far as the application's loader is, which its cache asks for too.
 */
public interface ValueLoader {

  /** Whether one call brings several values for less than as many single ones. */
  boolean bulk();

  /**
   * Loads one value.
   *
   * @return null if there is none
   * @throws Exception whatever the application's loader throws
   */
  @Nullable Object load(Object key) throws Exception;

  /**
   * Loads several values; called only if {@link #bulk}.
   *
   * @return what was found, never null
   * @throws Exception whatever the application's loader throws
   */
  Map<?, ?> loadAll(List<?> keys) throws Exception;
}
