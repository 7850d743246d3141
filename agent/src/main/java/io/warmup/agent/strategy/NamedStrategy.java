package io.warmup.agent.strategy;

import io.warmup.agent.config.StrategyConfig;
import io.warmup.api.CacheWarmupStrategy;

/**
 * A strategy ready to run: made, named, configured, initialized.
 *
 * @param name as it calls itself
 * @param origin the jar it came from, for people
 * @param strategy the instance
 * @param config its section of the file, or the defaults
 */
public record NamedStrategy(
    String name, String origin, CacheWarmupStrategy<?, ?> strategy, StrategyConfig config) {}
