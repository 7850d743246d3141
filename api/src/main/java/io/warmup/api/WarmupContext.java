package io.warmup.api;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * The application as a strategy sees it: its beans, its caches, its class loader, and the
 * strategy's own settings. Thread-safe.
 *
 * <p>In an application without a container there are no beans: the look-ups below find nothing but
 * what the configured readiness method was called on and with.
 */
public interface WarmupContext {

  /**
   * The one bean of a type.
   *
   * @param <T> the bean's type
   * @param type the type asked for, as the application's class loader defines it
   * @return the bean, never null
   * @throws NoSuchElementException if there is none, or more than one, with the reason in words
   */
  <T> T bean(Class<T> type);

  /**
   * A bean by its name.
   *
   * @param <T> the bean's type
   * @param name the container's name for it
   * @param type the type the bean is expected to have
   * @return the bean, never null
   * @throws NoSuchElementException if no bean of that name and type is there, with the reason in
   *     words
   */
  <T> T bean(String name, Class<T> type);

  /**
   * The one bean of a type, where it may be missing.
   *
   * @param <T> the bean's type
   * @param type the type asked for
   * @return the bean, or empty if there is none or more than one
   */
  <T> Optional<T> findBean(Class<T> type);

  /**
   * A cache of the application, as the application itself holds it.
   *
   * @param <C> the cache library's type
   * @param name the name the agent knows it by
   * @param type for example {@code com.github.benmanes.caffeine.cache.Cache}
   * @return the live cache, never null
   * @throws NoSuchElementException if no cache of that name and type is there; the message lists
   *     those that are
   */
  <C> C cache(String name, Class<C> type);

  /**
   * The names of the caches found so far.
   *
   * @return an unmodifiable snapshot, sorted
   */
  Set<String> cacheNames();

  /**
   * This strategy's {@code settings} from the configuration file.
   *
   * @return the settings, empty if the file has none
   */
  Settings settings();

  /**
   * The application's class loader: the one its own classes come from.
   *
   * @return the loader, never null
   */
  ClassLoader classLoader();
}
