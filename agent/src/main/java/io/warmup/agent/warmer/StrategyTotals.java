package io.warmup.agent.warmer;

/**
 * A strategy, and what came of its keys in all runs since the process started, the ones going on
 * included. None of the counts ever goes down.
 *
 * @param strategy its name
 * @param cache the name of the cache it warms
 * @param priority higher runs first
 * @param enabled false: it is never run
 * @param skippedRuns scheduled runs left out because the one before was still going on
 * @param loads how long its loads took
 */
public record StrategyTotals(
    String strategy,
    String cache,
    int priority,
    boolean enabled,
    long warmed,
    long absent,
    long failed,
    long alreadyPresent,
    long overwritten,
    long skippedRuns,
    LoadHistogram loads) {}
