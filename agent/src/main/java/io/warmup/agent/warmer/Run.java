package io.warmup.agent.warmer;

import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of the warm-up, under way or over. Thread-safe; no method but {@link #await} waits. */
public final class Run {

  private final WarmupService service;
  private final int number;
  private final Trigger trigger;
  private final @Nullable List<?> keys;
  private final long limit;
  private final Instant started;
  private final long startNanos;
  private final CountDownLatch over = new CountDownLatch(1);

  // Guarded by this.
  private final List<Plan.Step> waiting;
  private final Map<String, CacheWarmer<?, ?>> active = new LinkedHashMap<>();
  private final Map<String, Integer> urgencyOfActive = new LinkedHashMap<>();
  private final Map<String, StrategyResult> ended = new LinkedHashMap<>();
  private boolean stopped;
  private @Nullable RunResult result;

  /**
   * @param keys null: the strategies' own
   * @param limit at most so many of each strategy's own keys; 0: as many as it is configured to
   */
  Run(
      WarmupService service,
      int number,
      Trigger trigger,
      List<Plan.Step> plan,
      @Nullable List<?> keys,
      long limit) {
    this.service = service;
    this.number = number;
    this.trigger = trigger;
    this.keys = keys;
    this.limit = limit;
    this.waiting = new ArrayList<>(plan);
    this.started = service.time().now();
    this.startNanos = service.time().nanos();
  }

  /** Counted from 1 since the process started. */
  public int number() {
    return number;
  }

  /**
   * Waits for the end of the run.
   *
   * @return whether it is over; false if the timeout came first, and the run goes on
   * @throws InterruptedException if the waiting thread is interrupted; the run goes on
   */
  public boolean await(Duration timeout) throws InterruptedException {
    return over.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Traffic is open: what is left is loaded at the background rate, and so is every later run. */
  public void openGate() {
    service.openGate();
  }

  /**
   * Ends the run; loads in flight are abandoned. It is over when this returns, or moments later.
   */
  public void stop() {
    List<CacheWarmer<?, ?>> running;
    synchronized (this) {
      stopped = true;
      running = List.copyOf(active.values());
    }
    running.forEach(warmer -> warmer.end(Outcome.STOPPED, "the run was stopped"));
    advance();
  }

  /** What came of it, once it is over. */
  public synchronized Optional<RunResult> result() {
    return Optional.ofNullable(result);
  }

  /** How far the strategies have come that are going on now. */
  public List<Progress> progress() {
    List<CacheWarmer<?, ?>> running;
    synchronized (this) {
      running = List.copyOf(active.values());
    }
    return running.stream().map(CacheWarmer::progress).toList();
  }

  /** What came of the strategies that have ended, while the run itself may go on. */
  public synchronized List<StrategyResult> ended() {
    return List.copyOf(ended.values());
  }

  /** The whole run: what has ended, and what is going on. */
  public synchronized Progress total() {
    List<Progress> parts = new ArrayList<>();
    ended
        .values()
        .forEach(
            r ->
                parts.add(
                    Progress.of(r.stats().strategy(), r.stats().done(), r.stats().done(), 0)));
    active.values().forEach(warmer -> parts.add(warmer.progress()));
    return Progress.sum(parts);
  }

  /**
   * How much of the run is done, 0..1: each strategy counts alike, since how many keys there will
   * be is known only of those that have started.
   */
  public synchronized double ratio() {
    int strategies = waiting.size() + active.size() + ended.size();
    double done = ended.size();
    for (CacheWarmer<?, ?> warmer : active.values()) {
      double percent = warmer.progress().percent();
      done += Double.isNaN(percent) ? 0 : Math.min(100, percent) / 100;
    }
    return strategies == 0 ? 1 : done / strategies;
  }

  void start() {
    service.observer().runStarted(number, trigger, waiting.stream().map(Plan.Step::name).toList());
    advance();
  }

  /** Called every now and then. */
  void tick() {
    String full = service.heap().reason();
    for (CacheWarmer<?, ?> warmer : running()) {
      if (full != null) {
        warmer.finish(Outcome.BUDGET_SPENT, full);
      }
      warmer.tick();
    }
  }

  /** More loads may be in flight than before. */
  void useNewPlaces() {
    running().forEach(CacheWarmer::hireAnother);
  }

  private synchronized List<CacheWarmer<?, ?>> running() {
    return List.copyOf(active.values());
  }

  /** Tells observers how far it is; in order with what else they are told of this run. */
  synchronized void tellProgress() {
    if (!active.isEmpty()) {
      List<Progress> strategies = progress();
      service.observer().progress(number, total(), strategies);
      service.listeners().progress(strategies);
    }
  }

  /** Starts whatever may start now, and ends the run when nothing is left. */
  private void advance() {
    List<CacheWarmer<?, ?>> ready = new ArrayList<>();
    RunResult over = null;
    synchronized (this) {
      for (Plan.Step step = takeReady(); step != null; step = takeReady()) {
        begin(step, ready);
      }
      if (waiting.isEmpty() && active.isEmpty() && result == null) {
        over = finish();
      }
    }
    ready.forEach(CacheWarmer::start);
    if (over != null) {
      service.ended(this, over);
      this.over.countDown();
    }
  }

  private Plan.@Nullable Step takeReady() {
    for (Iterator<Plan.Step> steps = waiting.iterator(); steps.hasNext(); ) {
      Plan.Step step = steps.next();
      if (stopped || step.obstacle() != null || isReady(step)) {
        steps.remove();
        return step;
      }
    }
    return null;
  }

  private boolean isReady(Plan.Step step) {
    boolean moreUrgentGoesOn =
        urgencyOfActive.values().stream().anyMatch(urgency -> urgency > step.urgency())
            || waiting.stream().anyMatch(other -> other.urgency() > step.urgency());
    return !moreUrgentGoesOn
        && waiting.stream().noneMatch(other -> step.after().contains(other.name()))
        && active.keySet().stream().noneMatch(step.after()::contains);
  }

  private void begin(Plan.Step step, List<CacheWarmer<?, ?>> ready) {
    String obstacle = stopped ? "the run was stopped first" : obstacle(step);
    if (obstacle != null) {
      end(step.strategy(), StrategyResult.notRun(step.name(), step.terms().cacheName(), obstacle));
      return;
    }
    CacheWarmer<?, ?> warmer = warmer(step.strategy(), step.terms());
    active.put(step.name(), warmer);
    urgencyOfActive.put(step.name(), step.urgency());
    service.observer().strategyStarted(number, step.name());
    service.listeners().started(step.name());
    ready.add(warmer);
  }

  private @Nullable String obstacle(Plan.Step step) {
    if (step.obstacle() != null) {
      return step.obstacle();
    }
    String full = service.heap().reason();
    if (full != null) {
      return full;
    }
    for (String name : step.after()) {
      StrategyResult before = ended.get(name);
      if (before != null && !before.endedWell()) {
        return "it comes after " + name + ", which did not end well";
      }
    }
    if (keys == null && !step.strategy().running.compareAndSet(false, true)) {
      return "its last run is still going on";
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private <K, V> CacheWarmer<K, V> warmer(ManagedStrategy<K, V> strategy, Terms terms) {
    return new CacheWarmer<>(
        strategy,
        terms,
        (List<K>) keys,
        limit(terms),
        keys == null ? strategy.share(trigger, started) : null,
        service.engine(),
        service.observer(),
        result -> ended(strategy, result));
  }

  private long limit(Terms terms) {
    long configured = terms.config().limit();
    return limit == 0 ? configured : configured == 0 ? limit : Math.min(limit, configured);
  }

  private void ended(ManagedStrategy<?, ?> strategy, StrategyResult strategyResult) {
    synchronized (this) {
      active.remove(strategy.name);
      urgencyOfActive.remove(strategy.name);
      if (keys == null) {
        strategy.running.set(false);
      }
      end(strategy, strategyResult);
      service.listeners().finished(strategyResult.stats());
    }
    advance();
  }

  private void end(ManagedStrategy<?, ?> strategy, StrategyResult strategyResult) {
    ended.put(strategy.name, strategyResult);
    service.observer().strategyEnded(number, strategyResult);
  }

  private RunResult finish() {
    Duration duration = Duration.ofNanos(service.time().nanos() - startNanos);
    RunResult whole =
        new RunResult(number, trigger, started, duration, List.copyOf(ended.values()));
    result = whole;
    return whole;
  }
}
