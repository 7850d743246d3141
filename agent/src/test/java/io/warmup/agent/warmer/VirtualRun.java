package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.thread.AgentThreads;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.Scenario.Strategy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Warms a cache from a source that takes exactly as long as it is said to, in no time at all. */
public final class VirtualRun {

  private final VirtualTime time = VirtualTime.skippingSleeps();
  private final CacheTarget target;

  public VirtualRun(CacheTarget target) {
    this.target = target;
  }

  /** Loads the keys 0, 1, … one after the other. */
  public RunResult oneByOne(int keys, Duration each) throws InterruptedException {
    return run(
        new Strategy("OneByOne")
            .keys(keys)
            .loader(
                key -> {
                  time.sleep(each.toNanos());
                  return "value";
                }));
  }

  /** The same in batches. */
  public RunResult inBulk(int keys, int size, Duration batch) throws InterruptedException {
    return run(
        new Strategy("InBulk")
            .keys(keys)
            .bulk(
                size,
                some -> {
                  time.sleep(batch.toNanos());
                  Map<Object, @Nullable Object> values = new HashMap<>();
                  some.forEach(key -> values.put(key, "value"));
                  return values;
                }));
  }

  private RunResult run(Strategy strategy) throws InterruptedException {
    Engine engine = new Engine(time, AgentThreads.workers("worker"), () -> 0.5);
    try (WarmupService service =
        new WarmupService(
            List.of(
                strategy.cache(target.name()).concurrency(1).binding(name -> Optional.of(target))),
            new RunObserver() {},
            List.of(),
            engine)) {
      return Scenario.over(service.start(Trigger.START_UP));
    }
  }
}
