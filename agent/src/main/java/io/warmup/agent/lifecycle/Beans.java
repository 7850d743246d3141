package io.warmup.agent.lifecycle;

import java.util.NoSuchElementException;
import java.util.Optional;

/** The beans of an application's container. Thread-safe. */
public interface Beans {

  /**
   * The one bean of a type.
   *
   * @throws NoSuchElementException with the reason in words: none, several, removed as unused …
   */
  <T> T get(Class<T> type);

  /**
   * A bean by name.
   *
   * @throws NoSuchElementException with the reason in words
   */
  <T> T get(String name, Class<T> type);

  /** The one bean of a type, or empty if there is none or more than one. */
  <T> Optional<T> find(Class<T> type);

  /** Whether a bean of that name can be had. */
  default boolean has(String name) {
    try {
      get(name, Object.class);
      return true;
    } catch (NoSuchElementException none) {
      return false;
    }
  }
}
