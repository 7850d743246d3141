package io.warmup.agent.warmer;

import io.warmup.agent.fleet.FleetShare;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of one strategy: keys are pulled, loaded and put by as many workers as its places allow.
 * Workers are hired as there is work for them, and nobody waits for one that hangs.
 */
final class CacheWarmer<K, V> {

  private record Ending(Outcome outcome, @Nullable String note) {}

  final ManagedStrategy<K, V> strategy;
  final Terms terms;
  final Destination destination;
  final KeyFeed<K> feed;
  final Retry retry;
  final Time time;
  final boolean onlyMissing;

  private final Engine engine;
  private final RunObserver observer;
  private final Consumer<StrategyResult> onEnd;
  private final CircuitBreaker breaker;
  private final RunStatistics statistics;
  private final long origin;
  private final AtomicInteger hired = new AtomicInteger();
  private final Set<Worker<K, V>> workers = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final Instant begun;
  private final @Nullable FleetKeys<K> fleet;

  /** Since when every place has been stuck; 0: they are not. Touched by {@link #tick} alone. */
  private long stuckSince;

  /**
   * @param keys null: the strategy's own
   * @param limit at most so many of its own keys; 0: all
   * @param share of the keys, where instances divide them; null: all are loaded here
   * @param onEnd called once, by whichever thread comes last
   */
  CacheWarmer(
      ManagedStrategy<K, V> strategy,
      Terms terms,
      @Nullable List<K> keys,
      long limit,
      @Nullable FleetShare share,
      Engine engine,
      RunObserver observer,
      Consumer<StrategyResult> onEnd) {
    this.strategy = strategy;
    this.terms = terms;
    this.engine = engine;
    this.observer = observer;
    this.onEnd = onEnd;
    this.time = engine.time();
    this.retry = Retry.of(terms.config().retries(), engine.random());
    this.onlyMissing = keys == null && (terms.config().onlyMissing() || share != null);
    this.destination = new Destination(strategy, terms, keys == null, observer::warning);
    this.fleet = share == null ? null : fleet(share, limit);
    this.feed =
        fleet == null
            ? new KeyFeed<>(() -> open(keys), keys == null ? limit : 0, this::drained)
            : new KeyFeed<>(fleet, 0, this::drained);
    this.breaker = new CircuitBreaker(terms.config().giveUpAfter());
    this.statistics = new RunStatistics(time);
    this.origin = time.nanos() - 1;
    this.begun = time.now();
  }

  private FleetKeys<K> fleet(FleetShare share, long limit) {
    return new FleetKeys<>(
        () -> open(null), share, limit, () -> destination.find().isShared(), this::warnOfFleet);
  }

  private void warnOfFleet(String what) {
    observer.warning(strategy.name + ": " + what);
  }

  void start() {
    hireAnother();
  }

  /** Ends the run now; loads in flight are abandoned. The first ending holds. */
  void end(Outcome outcome, @Nullable String note) {
    if (ending.compareAndSet(null, new Ending(outcome, note))) {
      feed.close(this::runAside);
      workers.forEach(worker -> worker.stop(note == null ? "the run was stopped" : note));
    }
  }

  /** Takes no more keys; those that are being loaded come to their end. The first ending holds. */
  void finish(Outcome outcome, String note) {
    if (feed.mayHaveMore() && ending.compareAndSet(null, new Ending(outcome, note))) {
      feed.close(this::runAside);
    }
  }

  /** Called every now and then: gives up what takes too long. */
  void tick() {
    Duration timeout = terms.config().timeout();
    if (timeout != null && nanos() > timeout.toNanos()) {
      end(Outcome.TIMED_OUT, "its timeout of " + Text.of(timeout) + " came first");
      return;
    }
    long now = nanos();
    long patience = terms.config().loadTimeout().toNanos();
    if (patience <= 0) {
      return;
    }
    String noAnswer = "no answer in " + Text.of(terms.config().loadTimeout());
    workers.forEach(worker -> worker.abandonIfLoadingSince(now - patience, noAnswer));
    if (!strategy.places.allStuck()) {
      stuckSince = 0;
    } else if (stuckSince == 0) {
      stuckSince = now;
    } else if (now - stuckSince >= patience) {
      end(Outcome.GIVEN_UP, "all " + strategy.places.limit() + " loads in flight hang");
    }
  }

  Progress progress() {
    return Progress.of(strategy.name, statistics.done(), feed.total(), statistics.recentRate());
  }

  /** The run's own clock, in nanoseconds: starts at 1. */
  long nanos() {
    return time.nanos() - origin;
  }

  /** Another worker, if there is work and a place for one. */
  void hireAnother() {
    while (feed.mayHaveMore() && ending.get() == null) {
      int now = hired.get();
      if (now >= strategy.places.limit()) {
        return;
      }
      if (hired.compareAndSet(now, now + 1)) {
        hire();
        return;
      }
    }
  }

  private void hire() {
    Worker<K, V> worker = new Worker<>(this, engine.threads());
    workers.add(worker);
    try {
      worker.start();
    } catch (Throwable e) {
      workers.remove(worker);
      if (hired.decrementAndGet() == 0) {
        end(Outcome.FAILED, "no thread to run on: " + Failure.of(e));
      }
    }
  }

  void left(Worker<K, V> worker) {
    workers.remove(worker);
    hired.decrementAndGet();
    hireAnother();
  }

  RunObserver.Batch batchStarted(Chunk<K> chunk) {
    return observer.batchStarted(strategy.name, chunk.remaining());
  }

  void account(Chunk<K> chunk) {
    count(chunk);
    String reason = destination.overflown(statistics.warmed());
    if (reason != null) {
      finish(Outcome.BUDGET_SPENT, reason);
    }
    feed.settled();
  }

  /**
   * @param others keys of the chunk that nobody has finished with
   */
  void accountAbandoned(Chunk<K> chunk, List<K> others) {
    count(chunk);
    if (others.isEmpty()) {
      feed.settled();
    } else {
      feed.giveBack(new Chunk<>(others));
    }
    hireAnother();
  }

  private void count(Chunk<K> chunk) {
    statistics.add(chunk);
    strategy.totals.add(chunk);
  }

  /** A load came back. */
  void loaded(long nanos) {
    strategy.succeeded(nanos);
  }

  boolean isGivenUp() {
    return breaker.isBroken();
  }

  /** A try to load failed. */
  void loadFailed() {
    strategy.failed();
  }

  /** A key, or a batch, is finished with and is what it should be. */
  void succeeded() {
    breaker.succeeded();
  }

  /** A key, or a batch, has failed for good. */
  void failed(@Nullable String why) {
    if (breaker.failed()) {
      end(
          Outcome.GIVEN_UP,
          breaker.threshold() + " loads in a row failed, the last of them: " + why);
    }
  }

  private Stream<K> open(@Nullable List<K> keys) throws Exception {
    destination.find();
    return keys != null ? keys.stream() : strategy.strategy.getKeysToWarmup();
  }

  private void drained() {
    ending.compareAndSet(null, new Ending(Outcome.DONE, null));
    // Those that wait for a place.
    workers.forEach(worker -> worker.stop("the run is over"));
    onEnd.accept(result());
  }

  private StrategyResult result() {
    Ending end = Objects.requireNonNull(ending.get());
    long done = statistics.done();
    long total = feed.total() < 0 ? done : feed.total();
    String note = end.note != null ? end.note : statistics.firstFailure();
    if (note == null && fleet != null) {
      note = fleet.note();
    }
    WarmupStats stats = statistics.stats(strategy.name, destination.name(), total);
    if (note == null && destination.isUnnamed() && stats.warmed() == 0 && stats.skipped() > 0) {
      note =
          "the calls put nothing into a known cache: all was there already, or what they call is"
              + " kept where the agent cannot see it";
    }
    return statistics.result(stats, end.outcome, note, destination.expiry(begun));
  }

  private void runAside(Runnable task) {
    Thread thread = engine.threads().newThread(task);
    thread.setContextClassLoader(strategy.loader);
    thread.start();
  }
}
