package io.warmup.agent.cache;

import java.util.Optional;

/**
 * A cache library: knows the caches the application built with it, also under a name that a
 * framework gave one of them, or that the application built one for.
 */
public interface CacheLibrary extends CacheSource {

  /**
   * A cache that a framework keeps under a name of its own.
   *
   * @param name the framework's
   * @param nativeCache what the framework wraps
   * @return empty if it is not one of this library's
   */
  Optional<CacheTarget> named(String name, Object nativeCache);

  /**
   * A cache that the application built for something: an argument carried the name on the way to
   * where it was built.
   *
   * @param argument as it was then
   * @return empty if there is none, or it is not clear which one
   */
  default Optional<CacheTarget> builtFor(String argument) {
    return Optional.empty();
  }
}
