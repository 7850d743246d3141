package io.warmup.agent.warmer;

import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.thread.AgentThreads;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.api.WarmupListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Warms the caches of one application: at start-up, on schedule, and whenever asked. Thread-safe;
 * no method waits for a run, and none calls a strategy on the caller's thread but the constructor
 * and {@link #configure}, which ask each for its name, cache, priority and ttl.
 */
public final class WarmupService implements AutoCloseable {

  private static final long TICK_MILLIS = 50;
  private static final long PROGRESS_MILLIS = 2_000;

  private final Map<String, ManagedStrategy<?, ?>> strategies = new LinkedHashMap<>();
  private final Engine engine;
  private final RunObserver observer;
  private final Listeners listeners;
  private final RunHistory history = new RunHistory();
  private final AtomicInteger runs = new AtomicInteger();
  private final Set<Run> active = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, AgentThreads.daemons("timer"));
  private final Scheduler scheduler;
  private final HeapBudget heap;
  private volatile boolean onSchedule;
  private volatile boolean closed;

  /**
   * @param strategies those to warm with; of two of one name the first is taken, and the other
   *     reported
   * @param observer told how runs go
   * @param listeners the application's own
   */
  public WarmupService(
      List<StrategyBinding> strategies, RunObserver observer, List<WarmupListener> listeners) {
    this(
        strategies,
        observer,
        listeners,
        new Engine(
            Time.SYSTEM,
            AgentThreads.workers("worker"),
            () -> ThreadLocalRandom.current().nextDouble(),
            HeapUse.OfThisJvm::new));
  }

  WarmupService(
      List<StrategyBinding> strategies,
      RunObserver observer,
      List<WarmupListener> listeners,
      Engine engine) {
    this.engine = engine;
    this.heap = new HeapBudget(engine.heap());
    this.observer = observer;
    this.listeners = new Listeners(listeners, observer::warning);
    strategies.forEach(this::add);
    this.scheduler =
        new Scheduler(
            this.strategies.values(), engine.time(), this::startScheduled, observer::warning);
    timer.setRemoveOnCancelPolicy(true);
    timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    timer.scheduleWithFixedDelay(
        this::tellProgress, PROGRESS_MILLIS, PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The names of the strategies, in the order they were given. */
  public Set<String> strategies() {
    return Set.copyOf(strategies.keySet());
  }

  /** Runs every strategy, in order of priority. */
  public Run start(Trigger trigger) {
    return start(trigger, Plan.of(strategies.values()), null, 0);
  }

  /**
   * Runs every strategy, or one of them alone, with some of its keys.
   *
   * @param strategy null: all, in order of priority
   * @param limit at most so many keys of each; 0: as many as it is configured to
   * @throws NoSuchElementException if there is none of that name; the message lists those there are
   */
  public Run start(Trigger trigger, @Nullable String strategy, long limit) {
    return start(
        trigger,
        strategy == null ? Plan.of(strategies.values()) : Plan.of(strategy(strategy)),
        null,
        limit);
  }

  /**
   * What {@link #start} would do: has each strategy list its keys, and counts them. Nothing is
   * loaded. Waits for them.
   *
   * @param patience how long one strategy may take
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public List<PlannedStrategy> plan(Duration patience) throws InterruptedException {
    return new DryRun(engine, patience).of(Plan.of(strategies.values()));
  }

  /** Each strategy, and what came of its keys so far, in the order they were given. */
  public List<StrategyTotals> totals() {
    return strategies.values().stream().<StrategyTotals>map(it -> it.totals.of(it)).toList();
  }

  /**
   * Runs one strategy, without those it comes after.
   *
   * @throws NoSuchElementException if there is none of that name; the message lists those there are
   */
  public Run start(Trigger trigger, String strategy) {
    return start(trigger, strategy, 0);
  }

  /**
   * Loads one key, beside whatever else is going on.
   *
   * @param key equal to what the strategy itself would list
   * @throws NoSuchElementException if there is no strategy of that name
   */
  public Run warmupSingle(String strategy, Object key) {
    return warmupBatch(strategy, List.of(key));
  }

  /**
   * Loads these keys, beside whatever else is going on.
   *
   * @param keys in this order; copied
   * @throws NoSuchElementException if there is no strategy of that name
   */
  public Run warmupBatch(String strategy, List<?> keys) {
    return start(Trigger.ON_DEMAND, Plan.of(strategy(strategy)), List.copyOf(keys), 0);
  }

  /** The last 100 runs that are over, oldest first. */
  public List<RunResult> history() {
    return history.results();
  }

  /** The runs going on now. */
  public Set<Run> activeRuns() {
    return Set.copyOf(active);
  }

  /** Traffic is open: from now on strategies load at their background rate. */
  public void openGate() {
    strategies.values().forEach(ManagedStrategy::toBackgroundRate);
  }

  /** From now on strategies also run when their schedules say so. */
  public void startSchedules() {
    onSchedule = true;
  }

  /** From now on strategies run only when asked. */
  public void pauseSchedules() {
    onSchedule = false;
  }

  /**
   * What the file says, at first and after each edit: concurrency, rate, schedules and heap limit
   * hold at once, for runs going on too, all else from the next run on. A strategy that cannot be
   * asked what it then goes by keeps to what it went by; that costs a line.
   */
  public void configure(WarmupConfig config) {
    try {
      heap.limit(config.heapLimit());
    } catch (RuntimeException | LinkageError e) {
      observer.warning("heap-limit has no effect: this JVM does not tell its heap use: " + e);
    }
    reconfigure(config::strategy, config.rollout());
  }

  void reconfigure(Function<String, StrategyConfig> sections, Rollout rollout) {
    for (ManagedStrategy<?, ?> strategy : strategies.values()) {
      try {
        strategy.reconfigure(sections.apply(strategy.name), rollout);
      } catch (RuntimeException | LinkageError e) {
        observer.warning(
            "strategy " + strategy.name + " goes by the file as it was: " + Failure.of(e));
      }
    }
    active.forEach(Run::useNewPlaces);
  }

  /**
   * Scheduled runs of a strategy that were left out because the one before was still going on.
   *
   * @throws NoSuchElementException if there is no strategy of that name
   */
  public long skippedRuns(String strategy) {
    return strategy(strategy).skippedRuns.get();
  }

  /** Ends every run going on; later ones start as ever. */
  public void stop() {
    active.forEach(Run::stop);
  }

  /**
   * Ends every run for good. Returns within milliseconds, whatever strategies do: fit for a
   * shutdown hook, and for letting go of an application that closed.
   */
  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
    stop();
    listeners.close();
  }

  Time time() {
    return engine.time();
  }

  HeapBudget heap() {
    return heap;
  }

  Engine engine() {
    return engine;
  }

  RunObserver observer() {
    return observer;
  }

  Listeners listeners() {
    return listeners;
  }

  void ended(Run run, RunResult result) {
    active.remove(run);
    history.add(result);
    observer.runEnded(result);
  }

  private void add(StrategyBinding binding) {
    try {
      ManagedStrategy<?, ?> strategy = ManagedStrategy.of(binding, engine.time(), engine.random());
      if (strategies.putIfAbsent(strategy.name, strategy) != null) {
        observer.warning(
            "two strategies are called "
                + strategy.name
                + "; "
                + binding.strategy().getClass().getName()
                + " is left out");
      }
    } catch (Throwable e) {
      observer.warning(
          "strategy " + binding.strategy().getClass().getName() + " is left out: " + Failure.of(e));
    }
  }

  private Run start(Trigger trigger, List<Plan.Step> plan, @Nullable List<?> keys, long limit) {
    Run run = new Run(this, runs.incrementAndGet(), trigger, plan, keys, limit);
    active.add(run);
    run.start();
    if (closed) {
      run.stop();
    }
    return run;
  }

  private ManagedStrategy<?, ?> strategy(String name) {
    ManagedStrategy<?, ?> strategy = strategies.get(name);
    if (strategy == null) {
      throw new NoSuchElementException(
          "no strategy '" + name + "'; there are " + strategies.keySet());
    }
    return strategy;
  }

  private void startScheduled(ManagedStrategy<?, ?> strategy) {
    if (strategy.running.get()) {
      long skipped = strategy.skippedRuns.incrementAndGet();
      observer.warning(
          "scheduled run of "
              + strategy.name
              + " left out, its last run is still going on ("
              + skipped
              + " so far)");
    } else {
      start(Trigger.SCHEDULE, Plan.of(strategy), null, 0);
    }
  }

  /** A throw would end the timer, and with it every timeout. */
  private void tick() {
    try {
      active.forEach(Run::tick);
      if (onSchedule) {
        scheduler.tick();
      }
    } catch (Throwable e) {
      observer.warning("the warm-up's timer: " + Failure.of(e));
    }
  }

  private void tellProgress() {
    try {
      active.forEach(Run::tellProgress);
    } catch (Throwable e) {
      observer.warning("progress could not be told: " + Failure.of(e));
    }
  }
}
