package io.warmup.agent.control;

import io.warmup.agent.config.Mode;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.ProcessIdentity;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One moment of an application's warm-up.
 *
 * @param at that moment
 * @param progress of the run that goes on, 0..1; 1 when none does and one has ended, else 0
 * @param gate null while traffic is held back
 * @param recording whether the get path is being recorded
 * @param runs numbers of the runs that go on
 * @param strategies in the order of their jars
 * @param caches those that could be warmed, by name
 * @param lastRun null before the first one is over
 */
public record Status(
    Instant at,
    String application,
    ProcessIdentity process,
    String agentVersion,
    Mode mode,
    State state,
    double progress,
    @Nullable GateOpening gate,
    boolean recording,
    List<Integer> runs,
    List<StrategyStatus> strategies,
    List<CacheStatus> caches,
    @Nullable RunReport lastRun) {

  /**
   * One strategy.
   *
   * @param running whether a run is at it now
   * @param done keys finished with in the run that goes on, else in the last one
   * @param total keys in all; null: the strategy does not say, or has not run
   * @param keysPerSecond over the last seconds; 0 unless it is running
   * @param eta time to go; null: not known
   * @param outcome how it ended last; null: it has not
   * @param note why, where there is something to say
   * @param skippedRuns scheduled runs left out because the one before was still going on
   */
  public record StrategyStatus(
      String strategy,
      String cache,
      int priority,
      boolean enabled,
      boolean running,
      long done,
      @Nullable Long total,
      double keysPerSecond,
      @Nullable Duration eta,
      @Nullable Outcome outcome,
      @Nullable String note,
      long skippedRuns) {

    /** 0..1; null where the total is not known. */
    public @Nullable Double ratio() {
      Long all = total;
      return all == null ? null : all == 0 ? 1.0 : Math.min(1.0, (double) done / all);
    }
  }

  /**
   * One cache.
   *
   * @param names all it can be found by; the first one is what reports call it
   * @param entries as far as the cache knows; null: it cannot tell
   * @param builtAt where the application built it; null: the agent was not there then
   */
  public record CacheStatus(
      List<String> names, String kind, @Nullable Long entries, @Nullable String builtAt) {}
}
