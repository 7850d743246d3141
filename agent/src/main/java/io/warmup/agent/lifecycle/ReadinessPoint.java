package io.warmup.agent.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Where a framework's application can serve but does not yet. An instance belongs to one
 * application's class loader, since it is compiled against the framework's types.
 */
public interface ReadinessPoint {

  /**
   * Looks at the object the hooked method was called on.
   *
   * @param subjects {@code this}, then the method's arguments
   * @return the application to warm, or null if this is not the moment (a helper context, a test, a
   *     training run)
   */
  @Nullable Application arrived(Object[] subjects);
}
