package io.warmup.agent.report.model;

import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one strategy came to in one run. The keys it listed are {@code warmed + absent + failed +
 * alreadyPresent + overwritten + heldOut}, and those a stopped run never came to.
 *
 * @param strategy its name
 * @param cache the cache it warmed
 * @param total keys it listed; null where it ended before that was known
 * @param warmed keys whose value is in the cache now
 * @param absent keys the source has no value for
 * @param failed keys whose load failed
 * @param alreadyPresent keys left alone, being in the cache already
 * @param overwritten keys left alone, because the application wrote or dropped them meanwhile
 * @param heldOut keys left cold for comparison; null in reports of agents that left none
 * @param took from the first key to the last put
 * @param keysPerSecond finished keys a second, over all of it
 * @param load latency of loads; null if there was none
 * @param loadPerKey mean time the source took for one key; null without a load
 * @param throughput finished keys in each second since the start
 * @param outcome how it ended
 * @param note why, where it did not simply end
 */
public record StrategyReport(
    String strategy,
    String cache,
    @Nullable Long total,
    long warmed,
    long absent,
    long failed,
    long alreadyPresent,
    long overwritten,
    @Nullable Long heldOut,
    Duration took,
    double keysPerSecond,
    @Nullable LoadLatency load,
    @Nullable Duration loadPerKey,
    List<Long> throughput,
    Outcome outcome,
    @Nullable String note) {

  /** Keys finished with, whatever their end. */
  public long done() {
    return warmed
        + absent
        + failed
        + alreadyPresent
        + overwritten
        + (heldOut == null ? 0 : heldOut);
  }

  /**
   * Latency of loads, a batch counting as one.
   *
   * @param count loads measured
   * @param p50 median
   * @param p99 99th percentile
   * @param max the slowest
   */
  public record LoadLatency(long count, Duration p50, Duration p99, Duration max) {}

  static StrategyReport of(StrategyResult result) {
    WarmupStats stats = result.stats();
    boolean loaded = result.load().count() > 0;
    return new StrategyReport(
        stats.strategy(),
        stats.cache(),
        stats.total() < 0 ? null : stats.total(),
        stats.warmed(),
        stats.absent(),
        stats.failed(),
        result.alreadyPresent(),
        result.overwritten(),
        result.heldOut(),
        stats.duration(),
        stats.keysPerSecond(),
        loaded ? latency(result.load()) : null,
        loaded ? result.meanPerKey() : null,
        result.throughput(),
        result.outcome(),
        result.note());
  }

  private static LoadLatency latency(StrategyResult.LoadLatency load) {
    return new LoadLatency(load.count(), load.p50(), load.p99(), load.max());
  }
}
