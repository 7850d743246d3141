package io.warmup.agent.bridge;

import org.jspecify.annotations.Nullable;

/** Told of every cache that the application builds. */
public final class WarmupBuilds {

  private static volatile @Nullable Listener listener;

  private WarmupBuilds() {}

  /** Gets each cache on the thread that builds it. */
  public interface Listener {

    /**
     * A cache is built.
     *
     * @param kind its library, for people: {@code caffeine}
     * @param cache as the application has it
     * @param store its library's own table behind it, which the get path's sites tell of
     */
    void built(String kind, Object cache, Object store);
  }

  /** Sets who is told; null: nobody. */
  public static void listen(@Nullable Listener newListener) {
    listener = newListener;
  }

  /** Called by inserted code before the builder returns. Never throws. */
  public static void built(String kind, Object cache, Object store) {
    Listener current = listener;
    if (current != null) {
      try {
        current.built(kind, cache, store);
      } catch (Throwable e) {
        // The cache is the application's: it gets it, whatever became of our record.
      }
    }
  }
}
