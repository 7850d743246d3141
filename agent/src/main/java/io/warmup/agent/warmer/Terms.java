package io.warmup.agent.warmer;

import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.holdout.HoldoutSplit;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a strategy goes by from its start to its end, however often the file is edited
 * meanwhile.
 *
 * @param config its section of the file
 * @param cacheName the cache to warm
 * @param priority higher runs first
 * @param ttl of warmed entries
 * @param split which keys are left cold; null: none
 */
record Terms(
    StrategyConfig config,
    String cacheName,
    int priority,
    TimeToLive ttl,
    @Nullable HoldoutSplit split) {}
