package io.warmup.agent.warmer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what became of one strategy's keys over all its runs. Thread-safe. */
final class Totals {

  private final long[] buckets = new long[LoadHistogram.BOUNDS.size() + 1];
  private long warmed;
  private long absent;
  private long failed;
  private long alreadyPresent;
  private long overwritten;
  private long loadNanos;

  synchronized void add(Chunk<?> chunk) {
    warmed += chunk.warmed;
    absent += chunk.absent;
    failed += chunk.failed;
    alreadyPresent += chunk.alreadyPresent;
    overwritten += chunk.overwritten;
    for (int i = 0; i < chunk.loads(); i++) {
      long nanos = Math.max(0, chunk.latency(i));
      buckets[LoadHistogram.bucket(nanos)]++;
      loadNanos += nanos;
    }
  }

  synchronized StrategyTotals of(ManagedStrategy<?, ?> strategy) {
    List<Long> counts = new ArrayList<>(buckets.length);
    for (long bucket : buckets) {
      counts.add(bucket);
    }
    return new StrategyTotals(
        strategy.name,
        strategy.cacheName,
        strategy.priority,
        strategy.config.enabled(),
        warmed,
        absent,
        failed,
        alreadyPresent,
        overwritten,
        strategy.skippedRuns.get(),
        new LoadHistogram(List.copyOf(counts), Duration.ofNanos(loadNanos)));
  }
}
