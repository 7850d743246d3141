package io.warmup.agent.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the operator can say, resolved: every source merged, every default filled in, every
 * relative path made absolute.
 *
 * @param mode what the agent does here
 * @param strategiesPath a strategy jar or a folder of them; null: the application's class path only
 * @param gate how traffic is held back
 * @param defaults what holds for a strategy the file does not mention
 * @param strategies by strategy name, in the file's order
 * @param caches name in the file → name the agent found the cache under
 * @param redisCaches caches kept in Redis directly, by name
 * @param heapLimit heap use at which the warm-up stops; null: none
 * @param observe the observation window
 * @param report where results go
 * @param rollout staged rollout
 */
public record WarmupConfig(
    Mode mode,
    @Nullable StrategiesPath strategiesPath,
    Gate gate,
    StrategyConfig defaults,
    Map<String, StrategyConfig> strategies,
    Map<String, String> caches,
    Map<String, RedisCache> redisCaches,
    @Nullable HeapLimit heapLimit,
    Observe observe,
    ReportConfig report,
    Rollout rollout) {

  /** The section of a strategy, or the defaults where the file has none for it. */
  public StrategyConfig strategy(String name) {
    return strategies.getOrDefault(name, defaults);
  }
}
