package io.warmup.agent.report;

import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.StrategyResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What warming one cache took, over all runs. A strategy that filled several caches tells nothing
 * of any one: which took how much of a call is not known, and the whole for each would flatter.
 *
 * @param perKey mean time the source took for one key, weighted by the keys loaded; null without a
 *     load
 * @param spent wall time of the strategies that warmed the cache
 * @param inBulk several keys came with one load: a miss costs a load of its own, so that {@code
 *     perKey} is a lower bound of what a miss avoided has saved
 */
record LoadTimes(@Nullable Duration perKey, Duration spent, boolean inBulk) {

  static LoadTimes of(String cache, List<RunResult> runs) {
    double loadNanos = 0;
    long loaded = 0;
    long loads = 0;
    Duration spent = Duration.ZERO;
    for (RunResult run : runs) {
      for (StrategyResult result : run.strategies()) {
        if (!result.stats().cache().equals(cache)) {
          continue;
        }
        spent = spent.plus(result.stats().duration());
        if (result.load().count() > 0) {
          long keys = keysLoaded(result);
          loaded += keys;
          loads += result.load().count();
          loadNanos += (double) keys * result.meanPerKey().toNanos();
        }
      }
    }
    return new LoadTimes(
        loaded == 0 ? null : Duration.ofNanos(Math.round(loadNanos / loaded)),
        spent,
        loads < loaded);
  }

  /** What this many misses would have waited for the source. */
  @Nullable Duration of(long misses) {
    return perKey == null ? null : perKey.multipliedBy(misses);
  }

  private static long keysLoaded(StrategyResult result) {
    return result.stats().warmed() + result.stats().absent() + result.overwritten();
  }
}
