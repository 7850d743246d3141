package io.warmup.agent.warmer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what became of one strategy's keys over all its runs. Thread-safe. */
final class Totals {

  private final long[] buckets = new long[LoadHistogram.BOUNDS.size() + 1];
  private final Tally tally = new Tally();
  private long loadNanos;

  synchronized void add(Chunk<?> chunk) {
    tally.add(chunk.tally);
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
        strategy.terms().cacheName(),
        strategy.terms().priority(),
        strategy.terms().config().enabled(),
        tally.warmed,
        tally.absent,
        tally.failed,
        tally.alreadyPresent,
        tally.overwritten,
        strategy.skippedRuns.get(),
        new LoadHistogram(List.copyOf(counts), Duration.ofNanos(loadNanos)));
  }
}
