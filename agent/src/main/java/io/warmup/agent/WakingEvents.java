package io.warmup.agent;

import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult;
import java.util.List;

/** Hands everything on, and wakes whoever looks at what changes with it. */
record WakingEvents(WarmupEvents next, Pulse pulse) implements WarmupEvents {

  @Override
  public Held held(String application) {
    Held held = next.held(application);
    return (GateOpening opening) -> {
      held.opened(opening);
      pulse.wake();
    };
  }

  @Override
  public void runStarted(int run, Trigger trigger, List<String> strategies) {
    next.runStarted(run, trigger, strategies);
    pulse.wake();
  }

  @Override
  public void strategyStarted(int run, String strategy) {
    next.strategyStarted(run, strategy);
  }

  @Override
  public void strategyEnded(int run, StrategyResult result) {
    next.strategyEnded(run, result);
  }

  @Override
  public void runEnded(RunResult result) {
    next.runEnded(result);
    pulse.wake();
  }

  @Override
  public Batch batchStarted(String strategy, int keys) {
    return next.batchStarted(strategy, keys);
  }
}
