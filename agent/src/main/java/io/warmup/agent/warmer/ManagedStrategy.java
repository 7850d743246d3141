package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.fleet.FleetShare;
import io.warmup.agent.holdout.HoldoutSplit;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.api.CacheWarmupStrategy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /** For how long a fleet takes for warm what it has warmed; half its life if that is shorter. */
  private static final Duration WARM_FOR = Duration.ofMinutes(10);

  final CacheWarmupStrategy<K, V> strategy;
  final ClassLoader loader;
  final UnaryOperator<Runnable> around;
  final String name;
  final Places places;
  final RateLimiter rate;
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
  private final DoubleSupplier random;
  private volatile Terms terms;

  // Written under this.
  private volatile @Nullable AdaptiveLimit adaptive;
  private boolean trafficIsOpen;

  private ManagedStrategy(
      CacheWarmupStrategy<K, V> strategy,
      StrategyBinding binding,
      Time time,
      DoubleSupplier random) {
    this.strategy = strategy;
    this.binding = binding;
    this.loader = binding.loader();
    this.around = binding.around();
    this.name = binding.name();
    this.random = random;
    this.terms = terms(binding.config(), null);
    this.places = Places.of(binding.config().concurrency());
    this.adaptive = adaptive(binding.config());
    this.rate = new RateLimiter(binding.config().rate(), time);
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

  /** Off at the start, it has not been initialized. */
  boolean wasOffAtStart() {
    return !binding.config().enabled();
  }

  /** What the next run goes by. */
  Terms terms() {
    return terms;
  }

  Optional<CacheTarget> findCache(String cacheName) {
    return binding.caches().apply(cacheName);
  }

  /**
   * What a run has to load of the keys that a fleet shares.
   *
   * @return null: all of them, since each instance warms for itself, or this one was told to
   */
  @Nullable FleetShare share(Trigger trigger, Instant now) {
    Terms its = terms;
    if (its.config().scope() != StrategyConfig.Scope.FLEET || trigger == Trigger.ON_DEMAND) {
      return null;
    }
    // A schedule's moment is the same on every instance; a start is not.
    String run =
        trigger == Trigger.START_UP ? "start" : now.truncatedTo(ChronoUnit.MINUTES).toString();
    Duration ttl = its.ttl().base();
    Duration keep =
        ttl == null || ttl.compareTo(WARM_FOR.multipliedBy(2)) > 0 ? WARM_FOR : ttl.dividedBy(2);
    return new FleetShare(binding.claims(), name + ":" + run, FleetShare.Timing.keeping(keep));
  }

  /** A cache's own loader, as it is to be called for this strategy. */
  ValueLoader ownLoads(ValueLoader own) {
    return binding.ownLoads().apply(own);
  }

  /** From now on traffic is open. */
  synchronized void toBackgroundRate() {
    trafficIsOpen = true;
    adjustRate();
  }

  /**
   * The file says something else of it: concurrency and rate hold at once, for runs going on too,
   * all else from the next run on.
   *
   * @throws RuntimeException if the strategy cannot say what the file leaves to it; nothing has
   *     changed then
   */
  synchronized void reconfigure(StrategyConfig now, Rollout rollout) {
    StrategyConfig before = terms.config();
    terms = terms(now, rollout);
    adjustRate();
    if (!now.concurrency().equals(before.concurrency())) {
      adaptive = adaptive(now);
      places.resize(Places.startOf(now.concurrency()));
    }
  }

  /** A load came back. */
  void succeeded(long nanos) {
    AdaptiveLimit finding = adaptive;
    if (finding != null) {
      resize(finding, finding.succeeded(nanos));
    }
  }

  /** A try to load failed. */
  void failed() {
    AdaptiveLimit finding = adaptive;
    if (finding != null) {
      resize(finding, finding.failed());
    }
  }

  private void resize(AdaptiveLimit found, int limit) {
    if (limit != places.limit()) {
      synchronized (this) {
        if (adaptive == found) {
          places.resize(limit);
        }
      }
    }
  }

  private void adjustRate() {
    StrategyConfig config = terms.config();
    boolean background = trafficIsOpen && config.backgroundRate() > 0;
    rate.setRate(background ? config.backgroundRate() : config.rate());
  }

  private Terms terms(StrategyConfig config, @Nullable Rollout rollout) {
    StrategyBinding said = binding.with(config);
    String cacheName = said.cacheName();
    return new Terms(
        config,
        cacheName,
        said.priority(),
        new TimeToLive(said.ttl(), config.ttlJitter(), random),
        rollout == null ? null : HoldoutSplit.of(rollout, cacheName));
  }

  private static @Nullable AdaptiveLimit adaptive(StrategyConfig config) {
    return config.concurrency() instanceof Concurrency.Adaptive ? new AdaptiveLimit() : null;
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
