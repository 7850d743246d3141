package io.warmup.agent;

import io.warmup.agent.config.Observe;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.thread.AgentThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The time after traffic opened in which the get path is recorded. One that is over stays so. */
final class ObservationWindow {

  /** For who ends one that is ending already: a JVM that is on its way down has no longer. */
  private static final long PATIENCE_SECONDS = 5;

  private final Runnable beforeEnd;
  private final Recorder recorder;
  private final Consumer<List<CacheObservation>> atEnd;
  private final Consumer<String> warn;

  // Guarded by this.
  private Observe settings;
  private @Nullable ScheduledExecutorService timer;
  private @Nullable Future<?> ticks;
  private @Nullable Future<?> end;
  private long openedNanos;

  /** Of the window that is ending: over once that is told. Null: none is. */
  private @Nullable CountDownLatch ending;

  /** Asked for while {@code observe.window} was 0, or while another one was ending. */
  private boolean wanted;

  /** What was warmed before traffic opens is kept for it. */
  private boolean expected;

  /**
   * @param beforeEnd called before a window is looked at for the last time, on the thread of {@code
   *     atEnd}
   * @param atEnd gets what was seen, once a window, on the window's own thread or on the one that
   *     ends it early
   * @param warn told why what was seen could not be had, or told
   */
  ObservationWindow(
      Observe settings,
      Runnable beforeEnd,
      Recorder recorder,
      Consumer<List<CacheObservation>> atEnd,
      Consumer<String> warn) {
    this.settings = settings;
    this.beforeEnd = beforeEnd;
    this.recorder = recorder;
    this.atEnd = atEnd;
    this.warn = warn;
  }

  /** Traffic is to open: what is warmed until then is recorded for the window that begins then. */
  synchronized void expect() {
    if (!expected) {
      expected = true;
      recorder.hold();
    }
  }

  private void expectNoMore() {
    if (expected) {
      expected = false;
      recorder.release();
    }
  }

  /** Begins one, unless one is open; where one is ending, as soon as that is told. */
  synchronized void open() {
    if (timer != null) {
      return;
    }
    wanted = ending != null || settings.window().isZero();
    if (!wanted) {
      begin();
    }
    if (ending == null) {
      expectNoMore();
    }
  }

  private void begin() {
    recorder.open(this);
    openedNanos = System.nanoTime();
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> AgentThreads.daemon("warmup-window", task));
    startTicking(timer);
    awaitEnd(timer);
  }

  /** Whether one is, the one that is ending included. */
  boolean isOpen() {
    return recorder.isOpen(this);
  }

  /** Holds at once, for the window that is open. */
  synchronized void configure(Observe now) {
    Observe before = settings;
    settings = now;
    ScheduledExecutorService running = timer;
    if (running == null) {
      if (wanted) {
        open();
      }
      return;
    }
    if (!now.interval().equals(before.interval()) && ticks != null) {
      ticks.cancel(false);
      startTicking(running);
    }
    if (!now.window().equals(before.window()) && end != null) {
      end.cancel(false);
      awaitEnd(running);
    }
  }

  /**
   * What was seen is told, and recording costs nothing from here on, whatever becomes of the
   * telling. Where another thread is at it already that one is waited for, a few seconds at most.
   */
  void end() {
    CountDownLatch others = beginToEnd();
    if (others != null) {
      await(others);
      return;
    }
    try {
      tell();
    } catch (Throwable e) {
      warn.accept("what was seen of the caches' gets is not told: " + e);
    } finally {
      ended();
    }
  }

  /** Null where there is one to end now, by the caller; what to wait for where there is not. */
  private synchronized @Nullable CountDownLatch beginToEnd() {
    wanted = false;
    expectNoMore();
    if (timer == null) {
      return ending == null ? new CountDownLatch(0) : ending;
    }
    if (end != null) {
      // Else it would still come, and end the next one.
      end.cancel(false);
    }
    timer.shutdown();
    timer = null;
    ending = new CountDownLatch(1);
    return null;
  }

  private synchronized void ended() {
    if (ending != null) {
      ending.countDown();
      ending = null;
    }
    if (wanted) {
      open();
    }
  }

  private void tell() {
    List<CacheObservation> seen;
    try {
      beforeEnd.run();
      seen = recorder.observe();
    } finally {
      recorder.close(this);
    }
    atEnd.accept(seen);
  }

  private static void await(CountDownLatch others) {
    try {
      others.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startTicking(ScheduledExecutorService running) {
    long interval = settings.interval().toNanos();
    Runnable tick = () -> recorder.tick(this);
    ticks = running.scheduleAtFixedRate(tick, interval, interval, TimeUnit.NANOSECONDS);
  }

  private void awaitEnd(ScheduledExecutorService running) {
    Duration left = settings.window().minusNanos(System.nanoTime() - openedNanos);
    end = running.schedule(this::end, Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
  }
}
