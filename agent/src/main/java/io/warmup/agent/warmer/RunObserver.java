package io.warmup.agent.warmer;

import io.warmup.agent.warmer.RunResult.Trigger;
import java.util.List;

/**
 * Told how runs go, for the log, the report and the live page. Called in order for one run, on the
 * warm-up's own threads, so implementations are quick, never throw, and are safe for several runs
 * at once.
 */
public interface RunObserver {

  /**
   * @param run its number
   * @param strategies names, in the order they will start
   */
  default void runStarted(int run, Trigger trigger, List<String> strategies) {}

  default void strategyStarted(int run, String strategy) {}

  /**
   * Every few seconds.
   *
   * @param whole all strategies of the run that have started
   * @param strategies those that are going on
   */
  default void progress(int run, Progress whole, List<Progress> strategies) {}

  default void strategyEnded(int run, StrategyResult result) {}

  default void runEnded(RunResult result) {}

  /**
   * A worker has taken keys; called on its thread, as often as there are batches.
   *
   * @return told of its end
   */
  default Batch batchStarted(String strategy, int keys) {
    return Batch.UNOBSERVED;
  }

  /** A batch that goes on. */
  interface Batch {

    /** Nobody is told. */
    Batch UNOBSERVED = (warmed, failed) -> {};

    /** Every key of it is finished with, or it was abandoned. */
    void ended(long warmed, long failed);
  }

  /** A line for whoever is on call. */
  default void warning(String line) {}
}
