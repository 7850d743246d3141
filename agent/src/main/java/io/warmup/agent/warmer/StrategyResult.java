package io.warmup.agent.warmer;

import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of one strategy came to.
 *
 * @param stats the counts, as the api tells them
 * @param alreadyPresent of the skipped: keys that were in the cache already
 * @param overwritten of the skipped: keys the application wrote, loaded or invalidated during their
 *     load
 * @param load latency of single loads, a batch counting as one
 * @param meanPerKey mean time the source took for one key; zero without a load
 * @param throughput keys finished per second, one number a second since the start
 * @param outcome how it ended
 * @param note why, for people, where it is not {@link Outcome#DONE}; names the cause of the first
 *     failure
 * @param heldOut of the skipped: keys left cold for comparison
 * @param expiry when what was put expires; null: never, or not known
 */
public record StrategyResult(
    WarmupStats stats,
    long alreadyPresent,
    long overwritten,
    LoadLatency load,
    Duration meanPerKey,
    List<Long> throughput,
    Outcome outcome,
    @Nullable String note,
    long heldOut,
    @Nullable Expiry expiry) {

  /** Of a run that left no key cold, and whose entries do not expire. */
  public StrategyResult(
      WarmupStats stats,
      long alreadyPresent,
      long overwritten,
      LoadLatency load,
      Duration meanPerKey,
      List<Long> throughput,
      Outcome outcome,
      @Nullable String note) {
    this(stats, alreadyPresent, overwritten, load, meanPerKey, throughput, outcome, note, 0, null);
  }

  /** Whether what comes after it may run. */
  boolean endedWell() {
    return outcome == Outcome.DONE || outcome == Outcome.BUDGET_SPENT;
  }

  /** Of a strategy that was not run. */
  static StrategyResult notRun(String strategy, String cache, String why) {
    WarmupStats none = new WarmupStats(strategy, cache, 0, 0, 0, 0, 0, Duration.ZERO);
    return new StrategyResult(
        none, 0, 0, LoadLatency.NONE, Duration.ZERO, List.of(), Outcome.NOT_RUN, why);
  }

  /** How a strategy's run ended. */
  public enum Outcome {
    /** All keys are finished with. */
    DONE,
    /** It ended by itself before its last key, the cache or the heap being full. */
    BUDGET_SPENT,
    /** Its own timeout came first. */
    TIMED_OUT,
    /** The circuit breaker gave it up. */
    GIVEN_UP,
    /** Keys could not be listed, the cache was not found, or the strategy failed as a whole. */
    FAILED,
    /** Stopped on request, or at shut-down. */
    STOPPED,
    /** Not run: switched off, or what it comes after did not end. */
    NOT_RUN
  }

  /**
   * Latency of loads.
   *
   * @param count loads measured
   * @param p50 median
   * @param p99 99th percentile
   * @param max the slowest
   */
  public record LoadLatency(long count, Duration p50, Duration p99, Duration max) {

    /** No load. */
    public static final LoadLatency NONE =
        new LoadLatency(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }
}
