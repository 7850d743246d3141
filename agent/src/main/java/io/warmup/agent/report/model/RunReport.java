package io.warmup.agent.report.model;

import io.warmup.agent.warmer.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One run of the warm-up.
 *
 * @param number counted from 1 since the process started
 * @param trigger what set it off
 * @param started when
 * @param took from the first strategy's start to the last one's end
 * @param strategies in the order they started
 */
public record RunReport(
    int number,
    RunResult.Trigger trigger,
    Instant started,
    Duration took,
    List<StrategyReport> strategies) {

  /** The document form of a run. */
  public static RunReport of(RunResult run) {
    return new RunReport(
        run.number(),
        run.trigger(),
        run.started(),
        run.duration(),
        run.strategies().stream().map(StrategyReport::of).toList());
  }
}
