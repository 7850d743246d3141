package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.fleet.Claims;
import io.warmup.api.CacheWarmupStrategy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All the warm-up needs to know of one strategy.
 *
 * @param strategy initialized already
 * @param config its section of the file, defaults filled in
 * @param loader the context class loader while its code runs
 * @param around given each worker's task, returns what the worker's thread is to run; the place for
 *     what a framework, or the recorder, wants of a thread that calls strategy code
 * @param caches finds a live cache by its name; asked at each run
 * @param ownLoads puts the loads of a cache's own loader into what the framework wants around
 *     strategy code
 * @param claims where instances that share a cache claim its keys; throws if there is no such place
 */
public record StrategyBinding(
    CacheWarmupStrategy<?, ?> strategy,
    StrategyConfig config,
    ClassLoader loader,
    UnaryOperator<Runnable> around,
    Function<String, Optional<CacheTarget>> caches,
    UnaryOperator<ValueLoader> ownLoads,
    Supplier<Claims> claims) {

  /** Where nothing is wanted around a load, and nobody shares the cache. */
  public StrategyBinding(
      CacheWarmupStrategy<?, ?> strategy,
      StrategyConfig config,
      ClassLoader loader,
      UnaryOperator<Runnable> around,
      Function<String, Optional<CacheTarget>> caches) {
    this(
        strategy,
        config,
        loader,
        around,
        caches,
        UnaryOperator.identity(),
        () -> {
          throw new IllegalStateException("nobody shares the cache");
        });
  }

  /** The same strategy under another section of the file. */
  StrategyBinding with(StrategyConfig other) {
    return new StrategyBinding(strategy, other, loader, around, caches, ownLoads, claims);
  }

  String name() {
    return strategy.getName();
  }

  int priority() {
    Integer configured = config.priority();
    return configured != null ? configured : strategy.getPriority();
  }

  String cacheName() {
    String configured = config.cache();
    String named = configured != null ? configured : strategy.getCacheName();
    return named == null || named.isEmpty() ? CacheRegistry.UNNAMED : named;
  }

  @Nullable Duration ttl() {
    Duration configured = config.ttl();
    return configured != null ? configured : strategy.getTtl();
  }
}
