package io.warmup.agent;

import io.warmup.agent.config.Observe;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.Recorder;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The time after traffic opened in which the get path is recorded. Opens once, ends once. */
final class ObservationWindow {

  private final Observe settings;
  private final Recorder recorder;
  private final Consumer<List<CacheObservation>> atEnd;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(ObservationWindow::thread);
  private boolean open;

  /**
   * @param atEnd gets what was seen, once, on the window's own thread or on the one that ends it
   *     early
   */
  ObservationWindow(Observe settings, Recorder recorder, Consumer<List<CacheObservation>> atEnd) {
    this.settings = settings;
    this.recorder = recorder;
    this.atEnd = atEnd;
  }

  synchronized void open() {
    if (settings.window().isZero() || open) {
      return;
    }
    open = true;
    recorder.open();
    long interval = settings.interval().toMillis();
    timer.scheduleAtFixedRate(recorder::tick, interval, interval, TimeUnit.MILLISECONDS);
    timer.schedule(this::end, settings.window().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What was seen is told, and recording costs nothing from here on. */
  void end() {
    synchronized (this) {
      timer.shutdown();
      if (!open) {
        return;
      }
      open = false;
    }
    List<CacheObservation> seen = recorder.observe();
    recorder.close();
    atEnd.accept(seen);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(null, task, "warmup-window", 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
