package io.warmup.agent.lifecycle;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.log.Log;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * @param log told of what is doubtful
   */
  List<CacheSource> cacheSources(List<CacheLibrary> libraries, Log log);

  /**
   * Has something done when the application is closed while the JVM lives on. By default it is
   * taken to live as long as the JVM.
   */
  default void onClose(Runnable action) {}

  /**
   * Whether it served before the agent came: nothing can be held back then, and its caches show
   * themselves as they are used.
   */
  default boolean isServing() {
    return false;
  }

  /** A unit of work, in which strategy code is called. */
  default Scope newScope() {
    return Scope.NONE;
  }

  /**
   * Has the readiness probe say no, while the application goes on to open its port. Called once, on
   * the thread that reached the readiness point, for {@code gate.hold: readiness}.
   *
   * @return has it say yes again; null: there is no probe to be asked, so that thread is to be held
   *     itself
   */
  default @Nullable Runnable refuseReadiness() {
    return null;
  }
}
