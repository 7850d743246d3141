package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.warmer.Flight.Abandoned;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.KeysOnlyStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** One thread of a strategy's run: pulls keys, loads them, puts them through the fence. */
final class Worker<K, V> implements Runnable {

  private final CacheWarmer<K, V> warmer;
  private final ManagedStrategy<K, V> strategy;
  private final Thread thread;
  private final Flight flight = new Flight();
  private final Loader<K, V> loader;
  private final ChunkSize size;
  private @Nullable Chunk<K> chunk;

  /** Whether what was put around the worker let it come to work at all. */
  private boolean begun;

  Worker(CacheWarmer<K, V> warmer, ThreadFactory threads) {
    this.warmer = warmer;
    this.strategy = warmer.strategy;
    this.loader = new Loader<>(warmer, flight);
    this.size = chunkSize(strategy, warmer.terms.config());
    this.thread = threads.newThread(this);
  }

  private static ChunkSize chunkSize(ManagedStrategy<?, ?> strategy, StrategyConfig config) {
    // The cache, and with it its loader, is not known yet.
    if (strategy.bulk || strategy.strategy instanceof KeysOnlyStrategy) {
      return ChunkSize.fixed(config.batchSize());
    }
    return config.concurrency() instanceof Concurrency.Adaptive
        ? ChunkSize.growingLittle()
        : ChunkSize.growing();
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
    RunObserver.Batch batch = warmer.batchStarted(pulled);
    try {
      warm(pulled);
    } finally {
      batch.ended(pulled.tally.warmed, pulled.tally.failed);
    }
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
      pulled =
          warmer.feed.next(size.get(), warmer.destination.bulk() ? 1 : strategy.places.limit());
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
    CacheTarget target = warmer.destination.target();
    try {
      flight.inside(warmer.nanos(), 0);
      ColdKeys cold = warmer.destination.coldKeys();
      if (cold != null) {
        List<K> rest = cold.without(keys.rest());
        flight.settling();
        keys.leaveCold(rest);
        flight.inside(warmer.nanos(), 0);
      }
      if (warmer.onlyMissing) {
        dropPresent(keys, target);
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
      flight.settling();
      keys.fail(keys.remaining(), "cache " + target.name() + ": " + Failure.of(e));
      flight.waiting();
      warmer.failed(keys.failure);
    }
  }

  private void dropPresent(Chunk<K> keys, CacheTarget target) {
    List<K> missing = new ArrayList<>(keys.remaining());
    for (int i = 0; i < keys.remaining(); i++) {
      flight.inside(warmer.nanos(), i);
      if (!target.contains(keys.key(i))) {
        missing.add(keys.key(i));
      }
    }
    flight.settling();
    keys.retain(missing);
    flight.inside(warmer.nanos(), 0);
  }

  private void loadAndPut(Chunk<K> keys, Fence fence) throws InterruptedException {
    if (warmer.isGivenUp()) {
      flight.waiting();
      throw new InterruptedException("the source is down");
    }
    String failure = loader.load(keys);
    if (failure == null) {
      put(keys, loader.loaded, fence);
    } else {
      warmer.failed(failure);
    }
  }

  /** Puts what was loaded; only then does the chunk hear of it. */
  private void put(Chunk<K> keys, Loaded loaded, Fence fence) {
    flight.inside(warmer.nanos(), 0);
    Tally outcomes = new Tally();
    String failure = null;
    int failedLast = 0;
    for (int i = 0; i < loaded.size(); i++) {
      Object value = loaded.value(i);
      if (value == null) {
        outcomes.absent++;
        failedLast = 0;
        continue;
      }
      flight.movedTo(i);
      try {
        outcomes.count(fence.put(keys.key(i), value, warmer.terms.ttl().next()));
        failedLast = 0;
      } catch (Throwable e) {
        outcomes.failed++;
        failedLast++;
        failure = "cache " + warmer.terms.cacheName() + ": " + Failure.of(e);
      }
    }
    flight.settling();
    loaded.account(keys);
    keys.finished(loaded.size(), outcomes);
    keys.failed(failure);
    flight.waiting();
    tellBreaker(failedLast < loaded.size(), failedLast, failure);
  }

  private void tellBreaker(boolean anySucceeded, int failedLast, @Nullable String why) {
    if (anySucceeded) {
      warmer.succeeded();
    }
    for (int i = 0; i < failedLast; i++) {
      warmer.failed(why);
    }
  }

  /** Gives up a load, or a put, that was entered before that instant. */
  void abandonIfLoadingSince(long deadline, String why) {
    if (flight.abandonIfInsideSince(deadline)) {
      strategy.places.stuck();
      thread.interrupt();
      giveUpKeyInHand(why);
      warmer.failed(why);
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
    if (phase == Flight.Phase.INSIDE) {
      giveUpKeyInHand(why);
    } else if (phase == Flight.Phase.WAITING && chunk != null) {
      warmer.accountAbandoned(chunk, chunk.rest());
    }
  }

  /** By whoever abandoned the worker: its chunk is theirs now. */
  private void giveUpKeyInHand(String why) {
    Chunk<K> mine = chunk;
    if (mine == null) {
      return;
    }
    if (warmer.destination.bulk() && !mine.done()) {
      mine.fail(mine.remaining(), why);
    }
    List<K> others = mine.done() ? List.of() : mine.abandon(flight.inHand(), why);
    warmer.accountAbandoned(mine, others);
  }
}
