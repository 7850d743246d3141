package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.api.CacheWarmupStrategy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A strategy for as long as the process lives: what it says of itself, what the file says of it,
 * and what its source may be asked for, whichever run asks.
 */
final class ManagedStrategy<K, V> {

  final CacheWarmupStrategy<K, V> strategy;
  final StrategyConfig config;
  final ClassLoader loader;
  final UnaryOperator<Runnable> around;
  final String name;
  final String cacheName;
  final int priority;
  final Places places;
  final @Nullable AdaptiveLimit adaptive;
  final RateLimiter rate;
  final TimeToLive ttl;
  final Totals totals = new Totals();

  /** Whether one call loads a whole batch; else keys are loaded, retried and counted one by one. */
  final boolean bulk;

  /** Set while a run lists this strategy's keys: two runs of it never overlap. */
  final AtomicBoolean running = new AtomicBoolean();

  /** Scheduled runs left out because the one before was still going. */
  final AtomicLong skippedRuns = new AtomicLong();

  /** Set once its reader has been told that the cache cannot honour the ttl. */
  final AtomicBoolean ttlRefused = new AtomicBoolean();

  private final StrategyBinding binding;

  private ManagedStrategy(
      CacheWarmupStrategy<K, V> strategy,
      StrategyBinding binding,
      Time time,
      DoubleSupplier random) {
    this.strategy = strategy;
    this.binding = binding;
    this.config = binding.config();
    this.loader = binding.loader();
    this.around = binding.around();
    this.name = binding.name();
    this.cacheName = binding.cacheName();
    this.priority = binding.priority();
    this.places = Places.of(config.concurrency());
    this.adaptive =
        config.concurrency() instanceof Concurrency.Adaptive ? new AdaptiveLimit() : null;
    this.rate = new RateLimiter(config.rate(), time);
    this.ttl = new TimeToLive(binding.ttl(), config.ttlJitter(), random);
    this.bulk = overridesLoadBatch(strategy);
  }

  static ManagedStrategy<?, ?> of(StrategyBinding binding, Time time, DoubleSupplier random) {
    return capture(binding.strategy(), binding, time, random);
  }

  private static <K, V> ManagedStrategy<K, V> capture(
      CacheWarmupStrategy<K, V> strategy,
      StrategyBinding binding,
      Time time,
      DoubleSupplier random) {
    return new ManagedStrategy<>(strategy, binding, time, random);
  }

  Optional<CacheTarget> findCache() {
    return binding.caches().apply(cacheName);
  }

  /** From now on traffic is open. */
  void toBackgroundRate() {
    if (config.backgroundRate() > 0) {
      rate.setRate(config.backgroundRate());
    }
  }

  private static boolean overridesLoadBatch(CacheWarmupStrategy<?, ?> strategy) {
    try {
      return strategy.getClass().getMethod("loadBatch", List.class).getDeclaringClass()
          != CacheWarmupStrategy.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return true;
    }
  }
}
