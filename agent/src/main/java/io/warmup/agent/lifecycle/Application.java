package io.warmup.agent.lifecycle;

import io.warmup.agent.cache.CacheSource;
import java.util.List;

/**
 * A running application that can serve but does not yet. Thread-safe; held no longer than the
 * application itself.
 */
public interface Application {

  /** What people call it: the framework's application name, else its main class. */
  String name();

  /** The loader its own classes come from; the strategy jars' parent. */
  ClassLoader classLoader();

  /** Its beans. */
  Beans beans();

  /** Where its framework keeps caches; those of cache libraries come on top. */
  List<CacheSource> cacheSources();
}
