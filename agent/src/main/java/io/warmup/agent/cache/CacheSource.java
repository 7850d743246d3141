package io.warmup.agent.cache;

import java.util.Collection;
import java.util.Optional;

/**
 * Knows some of the application's caches: a framework's cache manager, or the builds seen of a
 * cache library. Thread-safe.
 */
public interface CacheSource {

  /**
   * A cache by name; a source whose framework makes caches at first use makes it now.
   *
   * @param name exactly as a strategy or the file names it
   */
  Optional<CacheTarget> find(String name);

  /** The caches that exist now. */
  Collection<CacheTarget> caches();
}
