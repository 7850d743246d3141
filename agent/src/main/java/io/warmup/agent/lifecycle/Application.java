package io.warmup.agent.lifecycle;

import io.warmup.agent.cache.CacheLibrary;
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

  /**
   * Where its framework keeps caches; those of cache libraries come on top.
   *
   * @param libraries asked for what a framework's cache wraps
   */
  List<CacheSource> cacheSources(List<CacheLibrary> libraries);

  /**
   * Has something done when the application is closed while the JVM lives on. By default it is
   * taken to live as long as the JVM.
   */
  default void onClose(Runnable action) {}
}
