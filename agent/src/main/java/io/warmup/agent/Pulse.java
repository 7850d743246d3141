package io.warmup.agent;

import io.warmup.agent.thread.AgentThreads;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something again and again on a thread of its own, until there is nothing more to see;
 * the thread ends with it. Thread-safe.
 */
final class Pulse {

  private static final Duration SOON = Duration.ofMillis(500);

  private final Supplier<@Nullable Duration> look;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> AgentThreads.daemon("warmup-outlets", task));

  // Guarded by this.
  private boolean beating;
  private boolean woken;

  /**
   * One that does not beat yet.
   *
   * @param look says when to look again; null: not before somebody wakes it. Never throws
   */
  Pulse(Supplier<@Nullable Duration> look) {
    this.look = look;
    timer.setKeepAliveTime(SOON.toMillis() * 2, TimeUnit.MILLISECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  /** Something changes: looks soon. */
  synchronized void wake() {
    woken = true;
    if (!beating) {
      beatIn(SOON);
    }
  }

  private void beat() {
    synchronized (this) {
      woken = false;
    }
    Duration next = look.get();
    synchronized (this) {
      beating = false;
      if (woken || next != null) {
        beatIn(next == null ? SOON : next);
      }
    }
  }

  private void beatIn(Duration delay) {
    beating = true;
    timer.schedule(this::beat, delay.toMillis(), TimeUnit.MILLISECONDS);
  }
}
