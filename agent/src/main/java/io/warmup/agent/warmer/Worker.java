package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.warmer.Flight.Abandoned;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** One thread of a strategy's run: pulls keys, loads them, puts them through the fence. */
final class Worker<K, V> implements Runnable {

  private static final Object FAILED = new Object();

  private final CacheWarmer<K, V> warmer;
  private final ManagedStrategy<K, V> strategy;
  private final Thread thread;
  private final Flight flight = new Flight();
  private final ChunkSize size;
  private @Nullable Chunk<K> chunk;

  /** Whether what was put around the worker let it come to work at all. */
  private boolean begun;

  Worker(CacheWarmer<K, V> warmer, ThreadFactory threads) {
    this.warmer = warmer;
    this.strategy = warmer.strategy;
    this.size = strategy.bulk ? ChunkSize.fixed(strategy.config.batchSize()) : ChunkSize.growing();
    this.thread = threads.newThread(this);
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    thread.setContextClassLoader(strategy.loader);
    try {
      strategy.around.apply(this::workUntilTold).run();
      if (!begun) {
        warmer.end(Outcome.FAILED, "its threads could not be set up");
      }
    } catch (Throwable e) {
      warmer.end(Outcome.FAILED, "its threads could not be set up: " + Failure.of(e));
    } finally {
      if (flight.wasStuck()) {
        strategy.places.unstuck();
      }
      warmer.left(this);
    }
  }

  private void workUntilTold() {
    begun = true;
    try {
      work();
    } catch (Abandoned e) {
      // Whoever did that accounts for the chunk.
    } catch (Throwable e) {
      stop(Failure.of(e));
    }
  }

  private void work() throws InterruptedException {
    boolean more = true;
    while (more) {
      flight.waiting();
      strategy.places.take();
      try {
        do {
          more = nextChunk();
        } while (more && !strategy.places.wanted());
      } finally {
        strategy.places.giveBack();
      }
    }
  }

  private boolean nextChunk() throws InterruptedException {
    Chunk<K> pulled = pull();
    if (pulled == null) {
      return false;
    }
    warmer.hireAnother();
    long begun = warmer.nanos();
    warm(pulled);
    size.took(warmer.nanos() - begun);
    flight.settling();
    chunk = null;
    warmer.account(pulled);
    flight.waiting();
    return true;
  }

  private @Nullable Chunk<K> pull() throws InterruptedException {
    flight.pulling();
    Chunk<K> pulled = null;
    try {
      pulled = warmer.feed.next(size.get());
      chunk = pulled;
      flight.waiting();
      return pulled;
    } catch (Abandoned e) {
      if (pulled != null) {
        warmer.feed.settled();
      }
      throw e;
    } catch (Throwable e) {
      warmer.end(Outcome.FAILED, "its keys could not be listed: " + Failure.of(e));
      return null;
    }
  }

  private void warm(Chunk<K> keys) throws InterruptedException {
    CacheTarget target = warmer.target();
    try {
      flight.loading(warmer.nanos());
      if (warmer.onlyMissing) {
        keys.retain(missing(keys.rest(), target));
      }
      if (!keys.done()) {
        try (Fence fence = target.fence(keys.rest())) {
          while (!keys.done()) {
            loadAndPut(keys, fence);
          }
        }
      }
    } catch (Abandoned | InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      flight.waiting();
      keys.fail(keys.remaining(), "cache " + target.name() + ": " + Failure.of(e));
      warmer.failed(keys.failure);
    }
  }

  private List<K> missing(List<K> keys, CacheTarget target) {
    List<K> missing = new ArrayList<>(keys.size());
    for (K key : keys) {
      flight.loading(warmer.nanos());
      if (!target.contains(key)) {
        missing.add(key);
      }
    }
    return missing;
  }

  private void loadAndPut(Chunk<K> keys, Fence fence) throws InterruptedException {
    if (warmer.isGivenUp()) {
      flight.waiting();
      throw new InterruptedException("the source is down");
    }
    int count = inOneLoad(keys);
    if (!strategy.rate.unlimited()) {
      flight.waiting();
      strategy.rate.acquire(count);
    }
    Object loaded = load(keys, count);
    if (loaded == FAILED) {
      warmer.failed(keys.failure);
    } else if (strategy.bulk) {
      Map<?, ?> values = (Map<?, ?>) loaded;
      while (!keys.done()) {
        put(keys, values.get(keys.key()), fence);
      }
    } else {
      put(keys, loaded, fence);
    }
  }

  /** The value, the map of a bulk load, or {@link #FAILED}. */
  private @Nullable Object load(Chunk<K> keys, int count) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      long begun = warmer.nanos();
      flight.loading(begun);
      Throwable failure;
      try {
        Object loaded = callStrategy(keys);
        // An interrupt the strategy left behind is not one of ours: those come once abandoned.
        Thread.interrupted();
        long took = warmer.nanos() - begun;
        flight.checkNotAbandoned();
        keys.loaded(count, took);
        warmer.loaded(took);
        return loaded;
      } catch (Abandoned e) {
        throw e;
      } catch (Throwable e) {
        failure = e;
      }
      Thread.interrupted();
      flight.waiting();
      warmer.loadFailed();
      if (failure instanceof Error || !warmer.retry.again(failures)) {
        keys.fail(count, Failure.of(failure));
        return FAILED;
      }
      warmer.time.sleep(warmer.retry.backoffNanos(failures));
    }
  }

  private @Nullable Object callStrategy(Chunk<K> keys) throws Exception {
    if (!strategy.bulk) {
      return strategy.strategy.loadData(keys.key());
    }
    Map<K, @Nullable V> values = strategy.strategy.loadBatch(keys.rest());
    if (values == null) {
      throw new NullPointerException("loadBatch returned null");
    }
    return values;
  }

  private void put(Chunk<K> keys, @Nullable Object value, Fence fence) {
    if (value == null) {
      keys.absent++;
    } else {
      try {
        switch (fence.put(keys.key(), value, strategy.ttl.next())) {
          case WARMED -> keys.warmed++;
          case ALREADY_PRESENT -> keys.alreadyPresent++;
          case OVERWRITTEN -> keys.overwritten++;
        }
      } catch (Throwable e) {
        keys.fail(1, "cache " + strategy.cacheName + ": " + Failure.of(e));
        flight.waiting();
        warmer.failed(keys.failure);
        flight.loading(warmer.nanos());
        return;
      }
    }
    keys.advance();
    warmer.succeeded();
  }

  private int inOneLoad(Chunk<K> keys) {
    return strategy.bulk ? keys.remaining() : 1;
  }

  /** Gives up a load, or a put, that was entered before that instant. */
  void abandonIfLoadingSince(long deadline, String why) {
    if (flight.abandonIfLoadingSince(deadline)) {
      strategy.places.stuck();
      thread.interrupt();
      Chunk<K> mine = chunk;
      if (mine != null) {
        mine.fail(inOneLoad(mine), why);
        warmer.accountAbandoned(mine);
        warmer.failed(why);
      }
    }
  }

  /** Ends this worker now, whatever it does. */
  void stop(String why) {
    Flight.Phase phase = flight.abandon();
    if (phase == null) {
      return;
    }
    if (phase != Flight.Phase.WAITING) {
      strategy.places.stuck();
    }
    thread.interrupt();
    Chunk<K> mine = chunk;
    if (phase != Flight.Phase.PULLING && mine != null) {
      if (phase == Flight.Phase.LOADING && !mine.done()) {
        mine.fail(inOneLoad(mine), why);
      }
      warmer.accountAbandoned(mine);
    }
  }
}
