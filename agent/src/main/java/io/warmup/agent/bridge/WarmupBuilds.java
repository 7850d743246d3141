package io.warmup.agent.bridge;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Told of every cache that the application builds. */
public final class WarmupBuilds {

  private static volatile @Nullable BiConsumer<Object, Object> listener;

  private WarmupBuilds() {}

  /** Sets who is told: gets the cache as the application has it, and its store. */
  public static void listen(@Nullable BiConsumer<Object, Object> newListener) {
    listener = newListener;
  }

  /** Called by inserted code before the builder returns. Never throws. */
  public static void built(Object cache, Object store) {
    BiConsumer<Object, Object> current = listener;
    if (current != null) {
      try {
        current.accept(cache, store);
      } catch (Throwable e) {
        // The cache is the application's: it gets it, whatever became of our record.
      }
    }
  }
}
