package io.warmup.agent.warmer;

import io.warmup.agent.warmer.StrategyResult.LoadLatency;
import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one strategy's run. Workers add a whole chunk at a time, so one lock serves: it is
 * taken once in many keys, or once in a load. Thread-safe.
 */
final class RunStatistics {

  private static final int RECENT_SECONDS = 5;

  private final Time time;
  private final long startNanos;

  /** Two digits: 1 % of a latency is more than anybody reads out of it, in some 20 KB. */
  private final Histogram latency = new Histogram(2);

  private final Tally tally = new Tally();
  private long loadedKeys;
  private long loadNanos;
  private @Nullable String firstFailure;
  private long[] bySecond = new long[64];

  RunStatistics(Time time) {
    this.time = time;
    this.startNanos = time.nanos();
  }

  synchronized void add(Chunk<?> chunk) {
    tally.add(chunk.tally);
    loadedKeys += chunk.loadedKeys;
    loadNanos += chunk.loadNanos;
    if (firstFailure == null) {
      firstFailure = chunk.failure;
    }
    for (int i = 0; i < chunk.loads(); i++) {
      latency.recordValue(Math.max(0, chunk.latency(i)));
    }
    int second = seconds();
    if (second >= bySecond.length) {
      bySecond = Arrays.copyOf(bySecond, Math.max(second + 1, bySecond.length * 2));
    }
    bySecond[second] += chunk.tally.keys();
  }

  synchronized WarmupStats stats(String strategy, String cache, long total) {
    return new WarmupStats(
        strategy,
        cache,
        total,
        tally.warmed,
        tally.absent,
        tally.failed,
        tally.alreadyPresent + tally.overwritten + tally.heldOut,
        Duration.ofNanos(elapsedNanos()));
  }

  synchronized StrategyResult result(
      WarmupStats stats,
      StrategyResult.Outcome outcome,
      @Nullable String note,
      @Nullable Expiry expiry) {
    return new StrategyResult(
        stats,
        tally.alreadyPresent,
        tally.overwritten,
        loadLatency(),
        loadedKeys == 0 ? Duration.ZERO : Duration.ofNanos(loadNanos / loadedKeys),
        throughput(),
        outcome,
        note,
        tally.heldOut,
        expiry);
  }

  synchronized long done() {
    return tally.keys();
  }

  synchronized long warmed() {
    return tally.warmed;
  }

  synchronized @Nullable String firstFailure() {
    return firstFailure;
  }

  /** Keys a second over the last full seconds, or since the start while there are few. */
  synchronized double recentRate() {
    int seconds = seconds();
    if (seconds < 2) {
      long nanos = elapsedNanos();
      return nanos <= 0 ? 0 : done() * 1e9 / nanos;
    }
    int from = Math.max(0, seconds - RECENT_SECONDS);
    long keys = 0;
    for (int i = from; i < Math.min(seconds, bySecond.length); i++) {
      keys += bySecond[i];
    }
    return (double) keys / (seconds - from);
  }

  private LoadLatency loadLatency() {
    if (latency.getTotalCount() == 0) {
      return LoadLatency.NONE;
    }
    return new LoadLatency(
        latency.getTotalCount(),
        Duration.ofNanos(latency.getValueAtPercentile(50)),
        Duration.ofNanos(latency.getValueAtPercentile(99)),
        Duration.ofNanos(latency.getMaxValue()));
  }

  private List<Long> throughput() {
    List<Long> keys = new ArrayList<>();
    for (int i = 0; i <= seconds(); i++) {
      keys.add(i < bySecond.length ? bySecond[i] : 0L);
    }
    return List.copyOf(keys);
  }

  private long elapsedNanos() {
    return time.nanos() - startNanos;
  }

  private int seconds() {
    return (int) TimeUnit.NANOSECONDS.toSeconds(elapsedNanos());
  }
}
