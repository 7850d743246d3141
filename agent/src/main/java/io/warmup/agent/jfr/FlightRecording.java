package io.warmup.agent.jfr;

import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.FlightRecorder;

/**
 * Writes events while somebody records them. Until the JVM's recorder is used for the first time
 * nothing of it is loaded: making one event costs a start-up more than 100 ms of CPU.
 */
public final class FlightRecording implements WarmupEvents {

  private record Part(int run, String strategy) {}

  private final Map<Integer, RunEvent> runs = new ConcurrentHashMap<>();
  private final Map<Part, StrategyEvent> strategies = new ConcurrentHashMap<>();

  /** For the agent, by name. */
  public FlightRecording() {}

  @Override
  public void runStarted(int run, Trigger trigger, List<String> names) {
    if (!FlightRecorder.isInitialized()) {
      return;
    }
    RunEvent event = new RunEvent();
    event.run = run;
    event.trigger = trigger.name();
    event.strategies = names.size();
    event.begin();
    runs.put(run, event);
  }

  @Override
  public void runEnded(RunResult result) {
    RunEvent event = runs.remove(result.number());
    if (event != null) {
      event.endedWell =
          (int) result.strategies().stream().filter(it -> it.outcome() == Outcome.DONE).count();
      event.commit();
    }
  }

  @Override
  public void strategyStarted(int run, String strategy) {
    if (!FlightRecorder.isInitialized()) {
      return;
    }
    StrategyEvent event = new StrategyEvent();
    event.run = run;
    event.strategy = strategy;
    event.begin();
    strategies.put(new Part(run, strategy), event);
  }

  @Override
  public void strategyEnded(int run, StrategyResult result) {
    StrategyEvent event = strategies.remove(new Part(run, result.stats().strategy()));
    if (event != null) {
      event.cache = result.stats().cache();
      event.outcome = result.outcome().name();
      event.warmed = result.stats().warmed();
      event.absent = result.stats().absent();
      event.failed = result.stats().failed();
      event.loadMedian = result.load().p50().toNanos();
      event.loadP99 = result.load().p99().toNanos();
      event.commit();
    }
  }

  @Override
  public Batch batchStarted(String strategy, int keys) {
    if (!FlightRecorder.isInitialized()) {
      return Batch.UNOBSERVED;
    }
    BatchEvent event = new BatchEvent();
    if (!event.isEnabled()) {
      return Batch.UNOBSERVED;
    }
    event.strategy = strategy;
    event.keys = keys;
    event.begin();
    return (warmed, failed) -> {
      event.warmed = warmed;
      event.failed = failed;
      event.commit();
    };
  }

  @Override
  public Held held(String application) {
    if (!FlightRecorder.isInitialized()) {
      return Held.UNOBSERVED;
    }
    GateEvent event = new GateEvent();
    event.application = application;
    event.begin();
    return opening -> {
      event.hold = opening.hold().name();
      event.reason = opening.reason().name();
      event.commit();
    };
  }
}
