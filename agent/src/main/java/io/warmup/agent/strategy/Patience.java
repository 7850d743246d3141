package io.warmup.agent.strategy;

import io.warmup.agent.thread.AgentThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls foreign code that may never return. */
final class Patience {

  private Patience() {}

  /**
   * Calls on a thread of its own and waits.
   *
   * @param name of the daemon thread, which is left behind, interrupted, if the call does not
   *     return in time
   * @param loader the context class loader of the call
   * @throws TimeoutException if it has not returned in time
   * @throws Throwable whatever the call threw
   */
  static <T> T call(String name, Duration patience, ClassLoader loader, Callable<T> call)
      throws Throwable {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = AgentThreads.daemon(name, task);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      thread.interrupt();
      throw e;
    }
  }
}
