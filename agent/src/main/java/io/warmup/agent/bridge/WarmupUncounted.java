package io.warmup.agent.bridge;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The warm-up's own threads, whose gets do not count. While there is none, that costs the get path
 * one look at {@link #some}.
 */
public final class WarmupUncounted {

  private static final Map<Thread, Integer> DEPTHS = new IdentityHashMap<>();

  /** Plain on purpose: a get that misses the change by a moment began before it. */
  static boolean some;

  private WarmupUncounted() {}

  /** From here on the calling thread's gets do not count; calls nest. */
  public static void enter() {
    synchronized (DEPTHS) {
      DEPTHS.merge(Thread.currentThread(), 1, Integer::sum);
      some = true;
    }
  }

  /** Takes one {@link #enter} back. */
  public static void exit() {
    synchronized (DEPTHS) {
      DEPTHS.computeIfPresent(Thread.currentThread(), (thread, n) -> n == 1 ? null : n - 1);
      some = !DEPTHS.isEmpty();
    }
  }

  static boolean isOwn() {
    if (!some) {
      return false;
    }
    synchronized (DEPTHS) {
      return DEPTHS.containsKey(Thread.currentThread());
    }
  }
}
