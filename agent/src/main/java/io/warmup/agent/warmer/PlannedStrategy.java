package io.warmup.agent.warmer;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do with one strategy.
 *
 * @param strategy its name
 * @param cache the name of the cache it would warm
 * @param cacheKind what that cache is; null: it was not found
 * @param priority higher runs first, equal ones together
 * @param after strategies that must have ended before
 * @param keys how many it lists, {@code limit} respected; null: it was not asked
 * @param complete false: it was still listing when patience ended
 * @param listing how long listing them took
 * @param obstacle why it would not run, or fail; null: nothing is in its way
 */
public record PlannedStrategy(
    String strategy,
    String cache,
    @Nullable String cacheKind,
    int priority,
    List<String> after,
    @Nullable Long keys,
    boolean complete,
    Duration listing,
    @Nullable String obstacle) {}
