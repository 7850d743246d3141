package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.OwnThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Timeout;

/**
 * Every entry point, on every kind of store, at random: our counts are Caffeine's own, to the last
 * one, and a twin cache that records no statistics is counted just the same.
 */
class GetCountsTest {

  private static final int STEPS = 4_000;
  private static final int KEYS = 60;

  /** It warns of each load that fails. Kept, since loggers are held weakly. */
  private static final Logger CAFFEINE = Logger.getLogger("com.github.benmanes.caffeine");

  static {
    CAFFEINE.setLevel(Level.OFF);
  }

  private final AtomicLong nanos = new AtomicLong();
  private final Executor direct = Runnable::run;

  @EachCaffeine
  void equalToCaffeinesOwnStatistics() {
    for (Kind kind : stores()) {
      for (long seed = 1; seed <= 4; seed++) {
        manual(kind, seed);
        loading(kind, seed);
      }
    }
    for (Kind kind : strongStores()) {
      for (long seed = 1; seed <= 4; seed++) {
        asynchronous(kind, seed);
        asynchronouslyLoading(kind, seed);
      }
    }
  }

  private List<Kind> stores() {
    List<Kind> all = new ArrayList<>(strongStores());
    all.add(new Kind(Caffeine::weakKeys, false));
    all.add(new Kind(Caffeine::softValues, false));
    all.add(new Kind(Caffeine::weakValues, false));
    return all;
  }

  private List<Kind> strongStores() {
    return List.of(
        new Kind(unbounded -> {}, true),
        new Kind(bySize -> bySize.maximumSize(30), false),
        new Kind(byWeight -> byWeight.maximumWeight(100).weigher((key, value) -> 2), false),
        new Kind(byTime -> byTime.expireAfterWrite(Duration.ofNanos(400)), true),
        new Kind(byAccess -> byAccess.expireAfterAccess(Duration.ofNanos(300)), true),
        new Kind(varying -> varying.expireAfter(new NanosOfKey()), true));
  }

  private void manual(Kind kind, long seed) {
    compare(
        kind,
        (builder, replay) -> {
          Cache<Object, Object> cache = builder.build();
          CacheStats own =
              replay.steps(seed, cache::stats, (random, key) -> manualStep(cache, random, key));
          return new Counted(cache, cache.stats().minus(own));
        });
  }

  private void loading(Kind kind, long seed) {
    compare(
        kind,
        (builder, replay) -> {
          if (seed > 2) {
            builder.refreshAfterWrite(Duration.ofNanos(200));
          }
          LoadingCache<Object, Object> cache = builder.build(new Loader(seed % 2 == 0));
          CacheStats own =
              replay.steps(
                  seed,
                  cache::stats,
                  (random, key) -> {
                    switch (random.nextInt(4)) {
                      case 0 -> quietly(() -> cache.get(key));
                      case 1 -> quietly(() -> cache.getAll(several(random)));
                      case 2 -> Refresh.of(cache, key);
                      default -> manualStep(cache, random, key);
                    }
                  });
          return new Counted(cache, cache.stats().minus(own));
        });
  }

  private void asynchronous(Kind kind, long seed) {
    compare(
        kind,
        (builder, replay) -> {
          AsyncCache<Object, Object> cache = builder.buildAsync();
          CacheStats own =
              replay.steps(
                  seed, cache.synchronous()::stats, (random, key) -> asyncStep(cache, random, key));
          return new Counted(cache, cache.synchronous().stats().minus(own));
        });
  }

  private void asynchronouslyLoading(Kind kind, long seed) {
    compare(
        kind,
        (builder, replay) -> {
          AsyncLoadingCache<Object, Object> cache = builder.buildAsync(new Loader(seed % 2 == 0));
          CacheStats own =
              replay.steps(
                  seed,
                  cache.synchronous()::stats,
                  (random, key) -> {
                    switch (random.nextInt(5)) {
                      case 0 -> quietly(() -> cache.get(key).join());
                      case 1 -> quietly(() -> cache.getAll(several(random)).join());
                      case 2 -> quietly(() -> cache.synchronous().get(key));
                      case 3 -> Refresh.of(cache.synchronous(), key);
                      default -> asyncStep(cache, random, key);
                    }
                  });
          return new Counted(cache, cache.synchronous().stats().minus(own));
        });
  }

  private void manualStep(Cache<Object, Object> cache, Random random, Object key) {
    switch (random.nextInt(18)) {
      case 0, 1, 2 -> cache.getIfPresent(key);
      case 3, 4 -> quietly(() -> cache.get(key, GetCountsTest::load));
      case 5 -> quietly(() -> cache.getAll(several(random), GetCountsTest::loadAll));
      case 6 -> cache.getAllPresent(several(random));
      case 7 -> cache.asMap().get(key);
      case 8 -> quietly(() -> cache.asMap().computeIfAbsent(key, GetCountsTest::load));
      case 9 -> cache.asMap().computeIfPresent(key, (k, old) -> "computed");
      case 10 -> quietly(() -> cache.asMap().compute(key, (k, old) -> load(k)));
      case 11 -> cache.asMap().containsKey(key);
      case 12 -> cache.asMap().putIfAbsent(key, "absent");
      case 13 -> cache.put(key, "put");
      case 14 -> cache.invalidate(key);
      case 15 -> cache.asMap().merge(key, "merged", (a, b) -> random.nextBoolean() ? a : null);
      case 16 -> cache.policy().getIfPresentQuietly(key);
      default -> cache.asMap().getOrDefault(key, "default");
    }
  }

  private void asyncStep(AsyncCache<Object, Object> cache, Random random, Object key) {
    switch (random.nextInt(14)) {
      case 0, 1 -> cache.getIfPresent(key);
      case 2, 3 -> quietly(() -> cache.get(key, GetCountsTest::load).join());
      case 4 -> quietly(() -> cache.getAll(several(random), GetCountsTest::loadAll).join());
      case 5 -> cache.asMap().get(key);
      case 6 ->
          quietly(
              () ->
                  cache
                      .asMap()
                      .computeIfAbsent(key, k -> CompletableFuture.completedFuture("computed")));
      case 7 -> cache.asMap().putIfAbsent(key, CompletableFuture.completedFuture("absent"));
      case 8 -> cache.put(key, CompletableFuture.completedFuture("put"));
      case 9 -> inFlight(cache, random, key);
      default -> manualStep(cache.synchronous(), random, key);
    }
  }

  /** A load that others meet before it ends, well or badly. */
  private static void inFlight(AsyncCache<Object, Object> cache, Random random, Object key) {
    CompletableFuture<Object> future = new CompletableFuture<>();
    cache.get(key, (k, executor) -> future);
    cache.getIfPresent(key);
    cache.synchronous().getIfPresent(key);
    cache.get(key, GetCountsTest::load);
    cache.synchronous().getAllPresent(List.of(key));
    if (random.nextBoolean()) {
      future.complete("late");
    } else {
      future.cancel(false);
    }
  }

  private void compare(Kind kind, Scenario scenario) {
    try (Recording recording = new Recording()) {
      recording.recorder.open();
      Counted recorded = scenario.run(builder(kind).recordStats(), this::replay);
      nanos.set(0);
      Counted twin = scenario.run(builder(kind), this::replay);
      nanos.set(0);

      CacheObservation seen = recording.of(recorded.cache());
      assertThat(seen.hits()).isEqualTo(recorded.own().hitCount());
      assertThat(seen.misses()).isEqualTo(recorded.own().missCount());
      assertThat(seen.gets()).isGreaterThan(STEPS / 10);
      if (!kind.repeatable()) {
        return;
      }
      CacheObservation alsoSeen = recording.of(twin.cache());
      assertThat(List.of(alsoSeen.hits(), alsoSeen.misses()))
          .isEqualTo(List.of(seen.hits(), seen.misses()));
    }
  }

  private Caffeine<Object, Object> builder(Kind kind) {
    Caffeine<Object, Object> builder = Caffeine.newBuilder().executor(direct).ticker(nanos::get);
    kind.bounds().accept(builder);
    return builder;
  }

  /**
   * Some steps are the warm-up's own.
   *
   * @return what the cache itself has counted of those
   */
  private CacheStats replay(long seed, Supplier<CacheStats> stats, Step step) {
    Random random = new Random(seed);
    CacheStats[] own = {stats.get()};
    for (int i = 0; i < STEPS; i++) {
      nanos.incrementAndGet();
      Object key = key(random);
      if (random.nextInt(8) > 0) {
        step.take(random, key);
        continue;
      }
      OwnThreads.uncounted(
              () -> {
                CacheStats before = stats.get();
                step.take(random, key);
                own[0] = own[0].plus(stats.get().minus(before));
              })
          .run();
    }
    return own[0];
  }

  /** A plain map beside it, which knows nothing of Caffeine. */
  @EachCaffeine
  void equalToAnOracle() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().build();
      recording.recorder.open();
      Map<Object, Object> model = new HashMap<>();
      long hits = 0;
      long misses = 0;
      Random random = new Random(5);
      for (int i = 0; i < STEPS; i++) {
        Object key = key(random);
        int kind = random.nextInt(7);
        if (kind < 4) {
          hits += model.containsKey(key) ? 1 : 0;
          misses += model.containsKey(key) ? 0 : 1;
        }
        switch (kind) {
          case 0 -> assertThat(cache.getIfPresent(key)).isEqualTo(model.get(key));
          case 1 -> assertThat(cache.get(key, k -> null)).isEqualTo(model.get(key));
          case 2 -> {
            model.putIfAbsent(key, "loaded");
            assertThat(cache.get(key, k -> "loaded")).isEqualTo(model.get(key));
          }
          case 3 ->
              assertThat(cache.getAllPresent(List.of(key, key)))
                  .hasSize(model.containsKey(key) ? 1 : 0);
          case 4 -> {
            cache.put(key, "put");
            model.put(key, "put");
          }
          case 5 -> {
            cache.invalidate(key);
            model.remove(key);
          }
          default -> assertThat(cache.asMap().containsKey(key)).isEqualTo(model.containsKey(key));
        }
      }
      CacheObservation seen = recording.of(cache);
      assertThat(seen.hits()).isEqualTo(hits).isPositive();
      assertThat(seen.misses()).isEqualTo(misses).isPositive();
    }
  }

  @EachCaffeine
  @Timeout(60)
  void equalToCaffeinesOwnStatisticsOnFourThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Kind kind : strongStores()) {
        try (Recording recording = new Recording()) {
          Cache<Object, Object> cache = builder(kind).recordStats().build();
          recording.recorder.open();
          List<Future<?>> steps = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            Random random = new Random(i);
            steps.add(
                threads.submit(
                    () -> {
                      for (int step = 0; step < STEPS; step++) {
                        nanos.incrementAndGet();
                        manualStep(cache, random, key(random));
                      }
                    }));
          }
          for (Future<?> each : steps) {
            each.get();
          }
          CacheObservation seen = recording.of(cache);
          assertThat(seen.hits()).isEqualTo(cache.stats().hitCount()).isPositive();
          assertThat(seen.misses()).isEqualTo(cache.stats().missCount()).isPositive();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Small numbers are one instance each, so that weak keys work. */
  private static Object key(Random random) {
    return (int) Math.min(KEYS - 1, Math.abs(random.nextGaussian()) * KEYS / 3);
  }

  private static List<Object> several(Random random) {
    return random.ints(5, 0, KEYS).<Object>mapToObj(i -> i).toList();
  }

  /** Some keys have no value, some fail. */
  private static Object load(Object key) {
    int number = (int) key;
    if (number % 13 == 0) {
      throw new IllegalStateException("the source is down");
    }
    return number % 7 == 0 ? null : "loaded";
  }

  private static Map<Object, Object> loadAll(Iterable<?> keys) {
    Map<Object, Object> loaded = new HashMap<>();
    for (Object key : keys) {
      Object value = load(key);
      if (value != null) {
        loaded.put(key, value);
      }
    }
    return loaded;
  }

  private static void quietly(Runnable get) {
    try {
      get.run();
    } catch (IllegalStateException | CompletionException | NullPointerException e) {
      // A load failed, as it is meant to.
    }
  }

  /**
   * A kind of store.
   *
   * @param repeatable the same steps find the same entries: nothing is evicted by chance
   */
  private record Kind(Consumer<Caffeine<Object, Object>> bounds, boolean repeatable) {}

  private interface Step {
    void take(Random random, Object key);
  }

  private interface Replay {
    CacheStats steps(long seed, Supplier<CacheStats> stats, Step step);
  }

  private interface Scenario {
    Counted run(Caffeine<Object, Object> builder, Replay replay);
  }

  private record Counted(Object cache, CacheStats own) {}

  private record NanosOfKey() implements Expiry<Object, Object> {

    @Override
    public long expireAfterCreate(Object key, Object value, long now) {
      return 200 + (int) key * 5L;
    }

    @Override
    public long expireAfterUpdate(Object key, Object value, long now, long left) {
      return 300;
    }

    @Override
    public long expireAfterRead(Object key, Object value, long now, long left) {
      return left;
    }
  }

  private record Loader(boolean bulk) implements CacheLoader<Object, Object> {

    @Override
    public Object load(Object key) {
      return GetCountsTest.load(key);
    }

    @Override
    public Object reload(Object key, Object oldValue) {
      return "reloaded";
    }
  }
}
