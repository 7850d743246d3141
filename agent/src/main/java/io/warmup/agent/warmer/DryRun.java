package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has strategies list their keys and counts them; loads nothing, puts nothing. */
final class DryRun {

  private final Engine engine;
  private final Duration patience;

  /**
   * @param patience how long one strategy may take to list its keys
   */
  DryRun(Engine engine, Duration patience) {
    this.engine = engine;
    this.patience = patience;
  }

  List<PlannedStrategy> of(List<Plan.Step> plan) throws InterruptedException {
    List<Listing> listings =
        plan.stream().map(step -> new Listing(step.strategy(), step.terms())).toList();
    PlannedStrategy[] planned = new PlannedStrategy[plan.size()];
    for (int i = 0; i < planned.length; i++) {
      planned[i] = planned(plan.get(i), listings.get(i));
    }
    return List.of(planned);
  }

  private PlannedStrategy planned(Plan.Step step, Listing listing) throws InterruptedException {
    Terms terms = step.terms();
    Optional<CacheTarget> cache = Optional.empty();
    String obstacle = step.obstacle();
    if (obstacle == null) {
      listing.await(patience);
      obstacle = listing.failure();
      cache = listing.cache();
    }
    if (obstacle == null && cache.isEmpty() && listing.complete()) {
      obstacle = "cache '" + terms.cacheName() + "' not found";
    }
    return new PlannedStrategy(
        step.name(),
        terms.cacheName(),
        cache.map(CacheTarget::kind).orElse(null),
        terms.priority(),
        List.copyOf(step.after()),
        step.obstacle() == null ? listing.keys.get() : null,
        listing.complete(),
        listing.took(),
        obstacle);
  }

  /** One strategy's keys being counted on a thread like those it is warmed on. */
  private final class Listing implements Runnable {

    private final ManagedStrategy<?, ?> strategy;
    private final Terms terms;
    private final AtomicLong keys = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<CacheTarget> cache = Optional.empty();
    private volatile long nanos;

    Listing(ManagedStrategy<?, ?> strategy, Terms terms) {
      this.strategy = strategy;
      this.terms = terms;
    }

    void await(Duration patience) throws InterruptedException {
      long begun = System.nanoTime();
      Thread thread = engine.threads().newThread(this);
      thread.start();
      try {
        if (!over.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
          failure.compareAndSet(null, "its keys are not all listed after " + Text.of(patience));
        }
      } finally {
        nanos = System.nanoTime() - begun;
        thread.interrupt();
      }
    }

    @Override
    public void run() {
      Thread.currentThread().setContextClassLoader(strategy.loader);
      try {
        strategy.around.apply(this::list).run();
      } catch (Throwable e) {
        failure.compareAndSet(null, Failure.of(e));
      } finally {
        over.countDown();
      }
    }

    private void list() {
      try {
        cache = strategy.findCache(terms.cacheName());
        count();
      } catch (Throwable e) {
        failure.compareAndSet(null, "its keys could not be listed: " + Failure.of(e));
      }
    }

    private void count() throws Exception {
      long limit = terms.config().limit() == 0 ? Long.MAX_VALUE : terms.config().limit();
      try (Stream<?> listed = strategy.strategy.getKeysToWarmup()) {
        listed
            .sequential()
            .limit(limit)
            .takeWhile(key -> failure.get() == null)
            .forEach(key -> keys.incrementAndGet());
      }
    }

    @Nullable String failure() {
      return failure.get();
    }

    Optional<CacheTarget> cache() {
      return cache;
    }

    boolean complete() {
      return over.getCount() == 0 && failure.get() == null;
    }

    Duration took() {
      return Duration.ofNanos(nanos);
    }
  }
}
