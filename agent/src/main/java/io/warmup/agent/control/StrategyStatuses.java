package io.warmup.agent.control;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.control.Status.StrategyStatus;
import io.warmup.agent.warmer.Progress;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyTotals;
import io.warmup.agent.warmer.WarmupService;
import io.warmup.api.WarmupStats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each strategy as the run that goes on has it, else as the last one that ended left it. */
final class StrategyStatuses {

  private StrategyStatuses() {}

  static List<StrategyStatus> of(WarmupService service) {
    Map<String, Progress> going = new HashMap<>();
    for (Run run : service.activeRuns()) {
      run.progress().forEach(progress -> going.put(progress.name(), progress));
    }
    Map<String, StrategyResult> ended = new HashMap<>();
    for (RunResult run : service.history()) {
      run.strategies().forEach(result -> ended.put(result.stats().strategy(), result));
    }
    for (Run run : service.activeRuns()) {
      run.ended().forEach(result -> ended.put(result.stats().strategy(), result));
    }
    return service.totals().stream()
        .map(it -> of(it, going.get(it.strategy()), ended.get(it.strategy())))
        .toList();
  }

  private static StrategyStatus of(
      StrategyTotals strategy, @Nullable Progress going, @Nullable StrategyResult ended) {
    WarmupStats last = ended == null ? null : ended.stats();
    long total = going != null ? going.total() : last == null ? -1 : last.total();
    return new StrategyStatus(
        strategy.strategy(),
        cache(strategy, last),
        strategy.priority(),
        strategy.enabled(),
        going != null,
        going != null ? going.done() : last == null ? 0 : last.done(),
        total < 0 ? null : total,
        going == null ? 0 : going.keysPerSecond(),
        going == null ? null : going.eta(),
        ended == null ? null : ended.outcome(),
        ended == null ? null : ended.note(),
        strategy.skippedRuns());
  }

  /** Of one that names none, those that its last run filled. */
  private static String cache(StrategyTotals strategy, @Nullable WarmupStats last) {
    boolean named = !strategy.cache().equals(CacheRegistry.UNNAMED);
    return named || last == null ? strategy.cache() : last.cache();
  }
}
