package io.warmup.agent.control;

import io.warmup.agent.recorder.CacheCounts;
import io.warmup.agent.warmer.StrategyTotals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures behind the meters. What is a count never goes down while the process lives.
 *
 * @param progress as in {@link Status}
 * @param lastSuccess when the last run ended in which every strategy did what it was to do; null:
 *     none has
 */
public record Counts(
    State state,
    double progress,
    List<StrategyTotals> strategies,
    List<CacheCounts> caches,
    @Nullable Instant lastSuccess) {}
