package io.warmup.agent.warmer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One run of the warm-up.
 *
 * @param number counted from 1 since the process started
 * @param trigger what set it off
 * @param started when
 * @param duration how long it took
 * @param strategies one result a strategy, in the order they started
 */
public record RunResult(
    int number,
    Trigger trigger,
    Instant started,
    Duration duration,
    List<StrategyResult> strategies) {

  /** What sets a run off. */
  public enum Trigger {
    START_UP,
    SCHEDULE,
    ON_DEMAND
  }
}
