package io.warmup.agent.control;

import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.PlannedStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The warm-up of one application. Thread-safe; nothing but {@link #plan} waits for a strategy, and
 * no method throws anything but what it names.
 */
public interface WarmupControl {

  /** What people call the application. */
  String application();

  /** What is going on now. */
  Status status();

  /** What the meters show; cheap enough for a scrape each second. */
  Counts counts();

  /** The report as it would be written now. */
  WarmupReport report();

  /**
   * Starts a run and does not wait for it.
   *
   * @param strategy one strategy alone; null: all, in order of priority
   * @param limit at most so many keys of each; 0: as many as it is configured to
   * @return the run's number
   * @throws NoSuchElementException if there is no such strategy; the message lists those there are
   * @throws NothingToRunException if nothing can be loaded in this process at all
   */
  int run(@Nullable String strategy, long limit) throws NothingToRunException;

  /**
   * Ends all runs that go on, at once; what is warmed stays.
   *
   * @return how many there were
   */
  int stop();

  /**
   * What a run would do, without loading anything: strategies list their keys, which are counted.
   * Waits for them, for half a minute each at the longest.
   *
   * @param file another configuration to try, with its own strategies; null: the one that holds
   */
  DryRunReport plan(@Nullable Path file);

  /**
   * What would be done.
   *
   * @param problems a line for whatever cannot be used
   * @param strategies in the order in which they would start
   */
  record DryRunReport(
      String application, List<String> problems, List<PlannedStrategy> strategies) {}
}
