package io.warmup.agent.bridge;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What inserted code calls when the application reaches a point the agent asked for. Rare events
 * only: the get path has classes of its own.
 */
public final class WarmupBridge {

  private static volatile @Nullable BiConsumer<String, Object[]> listener;

  private WarmupBridge() {}

  /**
   * Sets who is told.
   *
   * @param newListener gets the point's name, and {@code this} (null in a static method) followed
   *     by the arguments; null: nobody
   * @return whether nobody was told before: false means that another copy of the agent is here
   *     already
   */
  public static synchronized boolean listen(@Nullable BiConsumer<String, Object[]> newListener) {
    boolean free = listener == null || newListener == null;
    if (free) {
      listener = newListener;
    }
    return free;
  }

  /**
   * Called by inserted code, on the application's thread, which goes on when this returns.
   *
   * @throws RuntimeException only if the listener means to stop the application
   */
  public static void reached(String point, @Nullable Object self, Object[] arguments) {
    BiConsumer<String, Object[]> current = listener;
    if (current != null) {
      Object[] subjects = new Object[arguments.length + 1];
      subjects[0] = self;
      System.arraycopy(arguments, 0, subjects, 1, arguments.length);
      current.accept(point, subjects);
    }
  }
}
