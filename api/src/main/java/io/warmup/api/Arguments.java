package io.warmup.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a method whose answers a framework caches, as a key of a strategy for that
 * cache: the framework's own key is made of them ({@code SimpleKey} in Spring, {@code
 * CompositeCacheKey} or the default key in Quarkus; a single argument is its own key in both).
 * Immutable, and equal where the arguments are.
 *
 * @param values in the order of the parameters
 */
public record Arguments(List<@Nullable Object> values) {

  /**
   * Keeps a copy.
   *
   * @param values in the order of the parameters
   */
  public Arguments {
    values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
  }

  /**
   * The key of one call.
   *
   * @param values in the order of the parameters; none for a method without parameters
   * @return never null
   */
  public static Arguments of(@Nullable Object... values) {
    return new Arguments(Arrays.asList(values));
  }
}
