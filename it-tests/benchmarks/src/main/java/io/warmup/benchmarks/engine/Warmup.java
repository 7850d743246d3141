package io.warmup.benchmarks.engine;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyBinding;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.WarmupService;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The engine's own run of the job: keys 0..keys-1 from a source into a cache. */
record Warmup(
    int keys, Concurrency concurrency, UnaryOperator<Integer> source, CacheTarget target) {

  StrategyResult run() {
    StrategyBinding binding =
        new StrategyBinding(
            new Numbers(keys, source),
            config(concurrency),
            Warmup.class.getClassLoader(),
            UnaryOperator.identity(),
            name -> Optional.of(target));
    try (WarmupService service =
        new WarmupService(List.of(binding), new RunObserver() {}, List.of())) {
      Run run = service.start(Trigger.ON_DEMAND);
      run.await(Duration.ofHours(1));
      StrategyResult result = run.result().orElseThrow().strategies().get(0);
      if (result.stats().warmed() != keys) {
        throw new IllegalStateException("not all warmed: " + result);
      }
      return result;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StrategyConfig config(Concurrency concurrency) {
    return new StrategyConfig(
        true,
        null,
        concurrency,
        1,
        0,
        0,
        0,
        null,
        Duration.ofMinutes(1),
        null,
        0,
        null,
        List.of(),
        false,
        0,
        List.of(),
        null,
        0,
        StrategyConfig.Scope.INSTANCE,
        Settings.of(Map.of()));
  }

  private record Numbers(int keys, UnaryOperator<Integer> source)
      implements CacheWarmupStrategy<Integer, Integer> {

    @Override
    public Stream<Integer> getKeysToWarmup() {
      return IntStream.range(0, keys).boxed();
    }

    @Override
    public Integer loadData(Integer key) {
      return source.apply(key);
    }

    @Override
    public String getCacheName() {
      return "benchmark";
    }
  }
}
