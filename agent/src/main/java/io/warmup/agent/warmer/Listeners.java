package io.warmup.agent.warmer;

import io.warmup.agent.thread.AgentThreads;
import io.warmup.api.WarmupListener;
import io.warmup.api.WarmupStats;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Calls the application's listeners one after the other on a thread of their own, so that one that
 * hangs holds up no warm-up. The first throw of a listener is reported, and is its last call.
 */
final class Listeners implements AutoCloseable {

  private final List<WarmupListener> listeners;
  private final Consumer<String> warnings;
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          AgentThreads.daemons("listeners"),
          new ThreadPoolExecutor.DiscardPolicy());

  /** Progress is worth telling only while it is new. */
  private final AtomicBoolean progressQueued = new AtomicBoolean();

  Listeners(List<WarmupListener> listeners, Consumer<String> warnings) {
    this.listeners = new CopyOnWriteArrayList<>(listeners);
    this.warnings = warnings;
    calls.allowCoreThreadTimeOut(true);
  }

  void started(String strategy) {
    tell(listener -> listener.started(strategy));
  }

  void progress(List<Progress> strategies) {
    if (!listeners.isEmpty() && progressQueued.compareAndSet(false, true)) {
      calls.execute(
          () -> {
            progressQueued.set(false);
            strategies.forEach(p -> each(l -> l.progress(p.name(), p.done(), p.total())));
          });
    }
  }

  void finished(WarmupStats stats) {
    tell(listener -> listener.finished(stats));
  }

  /** What is queued is still told. */
  @Override
  public void close() {
    calls.shutdown();
  }

  private void tell(Consumer<WarmupListener> event) {
    if (!listeners.isEmpty()) {
      calls.execute(() -> each(event));
    }
  }

  private void each(Consumer<WarmupListener> event) {
    for (WarmupListener listener : listeners) {
      Thread.currentThread().setContextClassLoader(listener.getClass().getClassLoader());
      try {
        event.accept(listener);
      } catch (Throwable e) {
        listeners.remove(listener);
        warnings.accept(
            "listener "
                + listener.getClass().getName()
                + " threw "
                + Failure.of(e)
                + "; it is not called again");
      }
    }
  }
}
