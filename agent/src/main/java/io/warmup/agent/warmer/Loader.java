package io.warmup.agent.warmer;

import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.warmer.Flight.Abandoned;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker's calls into its strategy, with all that is due before, after and in spite of them. */
final class Loader<K, V> {

  /** Loads shorter than this go in a row, since what a worker does around each costs as much. */
  private static final long QUICK = TimeUnit.MICROSECONDS.toNanos(5);

  /** What the last {@link #load} brought. */
  final Loaded loaded = new Loaded();

  private final CacheWarmer<K, V> warmer;
  private final ManagedStrategy<K, V> strategy;
  private final Flight flight;

  /** What ended a row of quick loads: the next key's first try is behind it. */
  private @Nullable Throwable endOfRow;

  Loader(CacheWarmer<K, V> warmer, Flight flight) {
    this.warmer = warmer;
    this.strategy = warmer.strategy;
    this.flight = flight;
  }

  /**
   * Loads the chunk's next key, or several, with as many tries as they have.
   *
   * @return why that failed for good, the chunk having it as failed then; null if it did not
   */
  @Nullable String load(Chunk<K> keys) throws InterruptedException {
    loaded.clear();
    int count = warmer.destination.bulk() ? keys.remaining() : 1;
    for (int failures = 1; ; failures++) {
      Throwable failure = endOfRow;
      endOfRow = null;
      if (failure == null) {
        failure = tryOnce(keys, count);
      }
      if (failure == null) {
        return null;
      }
      flight.waiting();
      warmer.loadFailed();
      if (failure instanceof Error || !warmer.retry.again(failures)) {
        String why = Failure.of(failure);
        flight.settling();
        keys.fail(count, why);
        flight.waiting();
        return why;
      }
      warmer.time.sleep(warmer.retry.backoffNanos(failures));
    }
  }

  private @Nullable Throwable tryOnce(Chunk<K> keys, int count) throws InterruptedException {
    boolean limited = !strategy.rate.unlimited();
    if (limited) {
      flight.waiting();
      strategy.rate.acquire(count);
    }
    if (warmer.destination.bulk()) {
      return loadBatch(keys);
    }
    return loadRow(keys, limited ? 1 : Math.min(keys.remaining(), Loaded.ROW));
  }

  private @Nullable Throwable loadBatch(Chunk<K> keys) {
    long begun = warmer.nanos();
    flight.inside(begun, 0);
    try {
      ValueLoader own = warmer.destination.ownLoader();
      Map<?, ?> answer =
          own == null ? strategy.strategy.loadBatch(keys.rest()) : own.loadAll(keys.rest());
      if (answer == null) {
        throw new NullPointerException("loadBatch returned null");
      }
      long took = cameBackSince(begun);
      loaded.addAll(keys, answer, took);
      return null;
    } catch (Abandoned e) {
      throw e;
    } catch (Throwable e) {
      Thread.interrupted();
      return e;
    }
  }

  /** One key; and as long as loads take next to no time, those after it. */
  private @Nullable Throwable loadRow(Chunk<K> keys, int most) {
    long begun = warmer.nanos();
    flight.inside(begun, 0);
    long took = 0;
    ValueLoader own = warmer.destination.ownLoader();
    for (int i = 0; i < most && took < QUICK; i++) {
      flight.movedTo(i);
      Object value;
      try {
        value = own == null ? strategy.strategy.loadData(keys.key(i)) : own.load(keys.key(i));
      } catch (Throwable e) {
        Thread.interrupted();
        if (i == 0) {
          return e;
        }
        endOfRow = e;
        return null;
      }
      took = cameBackSince(begun);
      begun += took;
      loaded.add(value, took);
    }
    return null;
  }

  /** What a load took; throws if it was abandoned meanwhile. */
  private long cameBackSince(long begun) {
    // An interrupt the strategy left behind is not one of ours: those come once abandoned.
    Thread.interrupted();
    long took = warmer.nanos() - begun;
    flight.checkNotAbandoned();
    warmer.loaded(took);
    return took;
  }
}
