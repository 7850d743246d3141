package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupUncounted;

/**
 * Keeps the warm-up's own gets out of the counts: strategies may call the application's services,
 * which look into their caches.
 */
public final class OwnThreads {

  private OwnThreads() {}

  /** The same task, with no get of its thread counted while it runs. */
  public static Runnable uncounted(Runnable task) {
    return () -> {
      WarmupUncounted.enter();
      try {
        task.run();
      } finally {
        WarmupUncounted.exit();
      }
    };
  }
}
