package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a run pushes keys out of the cache again that it, or a run before, put there and
 * nobody has read: from there on more keys make the cache no better.
 *
 * <p>Some such evictions are chance (Caffeine may turn away an entry before it is full where its
 * segments fill unevenly), so a hundredth of the run's keys does not end it.
 */
final class Overflow {

  private static final int FEW = 10;
  private static final double SHARE = 0.01;

  private final CacheTarget target;
  private final long before;

  /** Counts from now on. */
  Overflow(CacheTarget target) {
    this.target = target;
    this.before = target.evictedUnread();
  }

  /**
   * Why the run should end; null: it should not.
   *
   * @param warmed keys put so far
   */
  @Nullable String reason(long warmed) {
    long evicted = target.evictedUnread() - before;
    return evicted <= Math.max(FEW, SHARE * warmed)
        ? null
        : "the cache is full after "
            + warmed
            + " keys: it evicted "
            + evicted
            + " warmed ones that nobody had read; give the cache more room, or set limit";
  }
}
