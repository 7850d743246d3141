package io.warmup.agent;

import io.warmup.agent.config.Observe;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.thread.AgentThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The time after traffic opened in which the get path is recorded. One that is over stays so. */
final class ObservationWindow {

  private final Runnable beforeEnd;
  private final Recorder recorder;
  private final Consumer<List<CacheObservation>> atEnd;

  // Guarded by this.
  private Observe settings;
  private @Nullable ScheduledExecutorService timer;
  private @Nullable Future<?> ticks;
  private @Nullable Future<?> end;
  private long openedNanos;

  /** Asked for while {@code observe.window} was 0. */
  private boolean wanted;

  /**
   * @param beforeEnd called before a window is looked at for the last time, on the thread of {@code
   *     atEnd}
   * @param atEnd gets what was seen, once a window, on the window's own thread or on the one that
   *     ends it early
   */
  ObservationWindow(
      Observe settings,
      Runnable beforeEnd,
      Recorder recorder,
      Consumer<List<CacheObservation>> atEnd) {
    this.settings = settings;
    this.beforeEnd = beforeEnd;
    this.recorder = recorder;
    this.atEnd = atEnd;
  }

  /** Begins one, unless one is open. */
  synchronized void open() {
    if (timer != null) {
      return;
    }
    wanted = settings.window().isZero();
    if (wanted) {
      return;
    }
    recorder.open();
    openedNanos = System.nanoTime();
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> AgentThreads.daemon("warmup-window", task));
    startTicking(timer);
    awaitEnd(timer);
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

  /** What was seen is told, and recording costs nothing from here on. */
  void end() {
    synchronized (this) {
      wanted = false;
      if (timer == null) {
        return;
      }
      timer.shutdown();
      timer = null;
    }
    beforeEnd.run();
    List<CacheObservation> seen = recorder.observe();
    recorder.close();
    atEnd.accept(seen);
  }

  private void startTicking(ScheduledExecutorService running) {
    long interval = settings.interval().toNanos();
    ticks = running.scheduleAtFixedRate(recorder::tick, interval, interval, TimeUnit.NANOSECONDS);
  }

  private void awaitEnd(ScheduledExecutorService running) {
    Duration left = settings.window().minusNanos(System.nanoTime() - openedNanos);
    end = running.schedule(this::end, Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
  }
}
