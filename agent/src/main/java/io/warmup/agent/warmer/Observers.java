package io.warmup.agent.warmer;

import io.warmup.agent.warmer.RunResult.Trigger;
import java.util.List;

/** Several observers as one, told in their order. */
public record Observers(RunObserver first, RunObserver second) implements RunObserver {

  @Override
  public void runStarted(int run, Trigger trigger, List<String> strategies) {
    first.runStarted(run, trigger, strategies);
    second.runStarted(run, trigger, strategies);
  }

  @Override
  public void strategyStarted(int run, String strategy) {
    first.strategyStarted(run, strategy);
    second.strategyStarted(run, strategy);
  }

  @Override
  public void progress(int run, Progress whole, List<Progress> strategies) {
    first.progress(run, whole, strategies);
    second.progress(run, whole, strategies);
  }

  @Override
  public void strategyEnded(int run, StrategyResult result) {
    first.strategyEnded(run, result);
    second.strategyEnded(run, result);
  }

  @Override
  public void runEnded(RunResult result) {
    first.runEnded(result);
    second.runEnded(result);
  }

  @Override
  public Batch batchStarted(String strategy, int keys) {
    Batch one = first.batchStarted(strategy, keys);
    Batch other = second.batchStarted(strategy, keys);
    if (one == Batch.UNOBSERVED) {
      return other;
    }
    return (warmed, failed) -> {
      one.ended(warmed, failed);
      other.ended(warmed, failed);
    };
  }

  @Override
  public void warning(String line) {
    first.warning(line);
    second.warning(line);
  }
}
