package io.warmup.agent.jmx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application's warm-up, as {@code io.warmup:type=Warmup,application=…}. What returns JSON
 * gives the documents of the live page; an operation that fails throws with the reason in words.
 */
public interface WarmupMXBean {

  /** What people call the application. */
  String getApplication();

  /** {@code warm} or {@code observe}. */
  String getMode();

  /** {@code starting}, {@code warming}, {@code warm}, {@code failed}, {@code stopped} … */
  String getState();

  /** Of the run that goes on, 0..1. */
  double getProgress();

  /** Each strategy with what came of its keys since the process started. */
  List<StrategyView> getStrategies();

  /** Each cache with what was counted on its get path since traffic opened. */
  List<CacheView> getCaches();

  /** {@code Status} as JSON. */
  String status();

  /** The report as it would be written now, as JSON. */
  String report();

  /**
   * What a run would do, as JSON; loads nothing, but waits until the keys are listed.
   *
   * @param file another configuration to try, absolute; null or empty: the one that holds
   */
  String plan(@Nullable String file);

  /**
   * Starts a run and does not wait for it.
   *
   * @param strategy one alone; null or empty: all
   * @param limit at most so many keys of each; 0: as many as it is configured to
   * @return its number
   */
  int run(@Nullable String strategy, long limit);

  /**
   * Ends all runs that go on.
   *
   * @return how many there were
   */
  int stop();
}
