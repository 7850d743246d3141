package io.warmup.agent.report.diff;

import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cache in both reports.
 *
 * @param cache its name
 * @param first null where the first report has not seen it
 * @param second null where the second has not
 */
public record CacheDiff(String cache, @Nullable Side first, @Nullable Side second) {

  static CacheDiff between(
      String cache, Optional<CacheReport> first, Optional<CacheReport> second) {
    return new CacheDiff(
        cache, first.map(Side::of).orElse(null), second.map(Side::of).orElse(null));
  }

  /**
   * A cache in one report. Ratios are 0..1.
   *
   * @param observed how long it was recorded
   * @param gets lookups in all
   * @param hitRatio over the whole window; null without a get
   * @param firstMinuteGets lookups in the intervals that began within the first minute
   * @param firstMinuteHitRatio in those, where a warm-up shows most; null without a get
   * @param misses lookups the cache could not answer
   * @param missesAvoided first touches of warmed entries
   * @param keyCoverage share of the requested keys that were warmed; null if unknown
   * @param getCoverage share of the gets answered from warmed entries; null without a get
   */
  public record Side(
      Duration observed,
      long gets,
      @Nullable Double hitRatio,
      long firstMinuteGets,
      @Nullable Double firstMinuteHitRatio,
      long misses,
      long missesAvoided,
      @Nullable Double keyCoverage,
      @Nullable Double getCoverage) {

    private static final Duration FIRST = Duration.ofMinutes(1);

    static Side of(CacheReport cache) {
      List<Interval> first =
          cache.intervals().stream().filter(i -> i.start().compareTo(FIRST) < 0).toList();
      long hits = first.stream().mapToLong(Interval::hits).sum();
      long gets = hits + first.stream().mapToLong(Interval::misses).sum();
      return new Side(
          cache.observed(),
          cache.gets(),
          cache.hitRatio(),
          gets,
          gets == 0 ? null : (double) hits / gets,
          cache.misses(),
          cache.missesAvoided(),
          cache.keyCoverage(),
          cache.getCoverage());
    }
  }
}
