package io.warmup.agent.lifecycle;

import java.util.concurrent.Callable;

/**
 * A unit of work in the framework's eyes, a request for instance: what belongs to it lives until it
 * is closed. Used by one thread at a time, not always the same one.
 */
public interface Scope extends AutoCloseable {

  /** For frameworks that ask nothing of a thread that works with their beans. */
  Scope NONE =
      new Scope() {
        @Override
        public <T> T call(Callable<T> work) throws Exception {
          return work.call();
        }

        @Override
        public void close() {}
      };

  /**
   * Calls inside this unit of work.
   *
   * @throws Exception whatever the work throws
   */
  <T> T call(Callable<T> work) throws Exception;

  /** Ends it. */
  @Override
  void close();
}
