package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.sun.management.ThreadMXBean;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.MissedKey;
import io.warmup.agent.recorder.MissedBounds;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.WarmedFates;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Timeout;

/** What is recorded of the get path, and what the application notices of it: nothing. */
class GetPathTest {

  @EachCaffeine
  void predictedEqualsMeasured() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cold = Caffeine.newBuilder().maximumSize(10_000).build();
      Cache<Object, Object> warm = Caffeine.newBuilder().maximumSize(10_000).build();
      for (int key = 0; key < 700; key++) {
        recording.warm(warm, "key:" + key, key);
      }
      recording.recorder.open();
      replay(cold);
      replay(warm);

      CacheObservation without = recording.of(cold);
      CacheObservation with = recording.of(warm);
      assertThat(with.gets()).isEqualTo(without.gets());
      assertThat(with.missesAvoided())
          .isEqualTo(without.misses() - with.misses())
          .isPositive()
          .isEqualTo(with.fates().used());
      assertThat(with.requestedKeys()).isCloseTo(without.misses(), Percentage.withPercentage(5));
      assertThat(with.keyCoverage()).isBetween(0.3, 0.9);
    }
  }

  /** A Zipf-like trace over a thousand keys. */
  private static void replay(Cache<Object, Object> cache) {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      Object key = "key:" + (int) (1_000 * Math.pow(random.nextDouble(), 3));
      cache.get(key, absent -> absent);
    }
  }

  @EachCaffeine
  void whatShouldHaveBeenWarmed() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
      recording.recorder.open();
      for (int i = 0; i < 30; i++) {
        cache.getIfPresent("price:7");
      }
      for (int i = 0; i < 500; i++) {
        cache.getIfPresent("price:" + i % 100);
      }
      cache.getIfPresent("user:anna");

      CacheObservation seen = recording.of(cache);
      assertThat(seen.missedKeys().get(0)).isEqualTo(new MissedKey("price:7", 35));
      assertThat(seen.missedKeys()).hasSize(100);
      assertThat(seen.missedTemplates())
          .containsExactly(new MissedKey("price:*", 530), new MissedKey("user:*", 1));
      assertThat(seen.missedBounds()).isEqualTo(MissedBounds.EXACT);
    }
  }

  /** Beyond a thread's first few thousand misses, with the keys in the worst of rhythms. */
  @EachCaffeine
  void ofManyMissesTheKeysAreDrawnFairly() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
      recording.recorder.open();
      for (int i = 0; i < 400_000; i++) {
        cache.getIfPresent(i % 8);
      }
      CacheObservation seen = recording.of(cache);
      assertThat(seen.misses()).isEqualTo(400_000);
      assertThat(seen.missedBounds()).isEqualTo(new MissedBounds(0, 0, true));
      assertThat(seen.missedKeys()).hasSize(8);
      assertThat(seen.missedKeys())
          .allSatisfy(
              key -> assertThat(key.count()).isCloseTo(50_000, Percentage.withPercentage(2)));
    }
  }

  @EachCaffeine
  void theWarmUpsOwnThreadsNeverCount() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
      recording.warm(cache, "a", 1);
      recording.recorder.open();
      cache.getIfPresent("a");
      OwnThreads.uncounted(
              () -> {
                cache.getIfPresent("a");
                cache.getIfPresent("b");
                cache.get("c", key -> key);
              })
          .run();
      cache.getIfPresent("a");

      CacheObservation seen = recording.of(cache);
      assertThat(seen.hits()).isEqualTo(2);
      assertThat(seen.misses()).isZero();
      assertThat(seen.missedKeys()).isEmpty();
    }
  }

  @EachCaffeine
  void nothingIsRecordedBeforeTheWindowAndAfter() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
      recording.warm(cache, "a", 1);
      cache.getIfPresent("b");
      recording.recorder.open();
      cache.getIfPresent("a");
      CacheObservation seen = recording.of(cache);
      assertThat(seen.gets()).isEqualTo(1);
      recording.recorder.close();
      cache.getIfPresent("a");
      assertThat(recording.recorder.observe()).isEmpty();
    }
  }

  @EachCaffeine
  void intervalsAddUpToTheWhole() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
      recording.recorder.open();
      cache.getIfPresent("a");
      recording.recorder.tick();
      cache.put("a", 1);
      cache.getIfPresent("a");
      cache.getIfPresent("a");
      recording.recorder.tick();
      cache.getIfPresent("b");

      assertThat(recording.of(cache).intervals())
          .extracting(CacheObservation.Interval::hits, CacheObservation.Interval::misses)
          .containsExactly(tuple(0L, 1L), tuple(2L, 0L), tuple(0L, 1L));
    }
  }

  @EachCaffeine
  void manyThreads() throws Exception {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(500).recordStats().build();
      recording.recorder.open();
      List<Thread> threads = new ArrayList<>();
      CountDownLatch halfWay = new CountDownLatch(40);
      List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
      for (int t = 0; t < 40; t++) {
        int seed = t;
        Thread thread =
            new Thread(
                () -> {
                  Random random = new Random(seed);
                  for (int i = 0; i < 5_000; i++) {
                    Object key = random.nextInt(1_000);
                    if (i % 3 == 0) {
                      cache.getIfPresent(key);
                    } else {
                      cache.get(key, absent -> absent);
                    }
                    if (i == 2_500) {
                      halfWay.countDown();
                    }
                  }
                });
        thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure));
        threads.add(thread);
        thread.start();
      }
      halfWay.await();
      recording.of(cache);
      for (Thread thread : threads) {
        thread.join();
      }
      CacheObservation seen = recording.of(cache);
      assertThat(seen.hits()).isEqualTo(cache.stats().hitCount());
      assertThat(seen.misses()).isEqualTo(cache.stats().missCount());
      assertThat(failures).isEmpty();
    }
  }

  @EachCaffeine
  void brokenKeysBehaveAsWithoutTheAgent() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(100).build();
      recording.recorder.open();
      for (int i = 0; i < 300; i++) {
        assertThat(cache.getIfPresent(new Lying())).isNull();
      }
      Object failing = new Failing();
      assertThatThrownBy(() -> cache.getIfPresent(failing)).hasMessage("no hash today");
      assertThatThrownBy(() -> cache.put(failing, 1)).hasMessage("no hash today");
      Object unprintable = new Unprintable();
      IntStream.range(0, 9).forEach(i -> cache.getIfPresent(unprintable));

      CacheObservation seen = recording.of(cache);
      assertThat(seen.misses()).isEqualTo(309);
      assertThat(seen.missedKeys())
          .extracting(MissedKey::key)
          .anyMatch(key -> key.endsWith("Unprintable (its toString fails)"));
    }
  }

  /** The application's gets fail too then; what was seen before is told all the same. */
  @EachCaffeine
  void aClockThatFailsHoldsNoReportUp() {
    try (Recording recording = new Recording()) {
      AtomicBoolean broken = new AtomicBoolean();
      Ticker clock =
          () -> {
            if (broken.get()) {
              throw new IllegalStateException("no time today");
            }
            return 0;
          };
      Cache<Object, Object> cache =
          Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).ticker(clock).build();
      recording.warm(cache, "a", 1);
      recording.warm(cache, "b", 2);
      recording.recorder.open();
      cache.getIfPresent("a");
      broken.set(true);
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
      broken.set(false);
    }
  }

  @EachCaffeine
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aKeyThatBlocksHoldsUpItsOwnThreadAlone() throws Exception {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(100).build();
      recording.recorder.open();
      Blocking key = new Blocking(new Semaphore(0), new Semaphore(0));
      Thread blocked = new Thread(() -> cache.getIfPresent(key));
      blocked.setDaemon(true);
      blocked.start();
      int others = 0;
      while (blocked.isAlive()) {
        if (key.entered.tryAcquire(1, TimeUnit.MILLISECONDS)) {
          for (int i = 0; i < 200; i++) {
            cache.getIfPresent("other");
          }
          others += 200;
          assertThat(recording.of(cache).misses()).isBetween((long) others, others + 1L);
          key.mayGoOn.release();
        }
      }
      assertThat(others).isPositive();
      CacheObservation seen = recording.of(cache);
      assertThat(seen.misses()).isEqualTo(others + 1);
      assertThat(seen.missedKeys()).contains(new MissedKey("other", others));
    }
  }

  @EachCaffeine
  void noGetAllocates() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(1_000).build();
      Object[] keys = IntStream.range(0, 200).mapToObj(i -> "key:" + i).toArray();
      for (int i = 0; i < 100; i++) {
        recording.warm(cache, keys[i], i);
        cache.put(keys[i + 100], i);
      }
      Cache<Object, Object> empty = Caffeine.newBuilder().maximumSize(1_000).build();
      recording.recorder.open();
      getAll(cache, empty, keys, 200);
      long before = threads.getCurrentThreadAllocatedBytes();
      getAll(cache, empty, keys, 200);
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      long gets = 600L * keys.length;
      assertThat(bytes).as("for %d gets", gets).isLessThan(gets / 10);
    }
  }

  private static void getAll(
      Cache<Object, Object> full, Cache<Object, Object> empty, Object[] keys, int times) {
    for (int i = 0; i < times; i++) {
      for (Object key : keys) {
        full.getIfPresent(key);
        empty.getIfPresent(key);
        full.get(key, NOT_LOADED);
      }
    }
  }

  private static final Function<Object, Object> NOT_LOADED =
      key -> {
        throw new AssertionError(key + " is there");
      };

  /** Each look at its hash waits until it may go on. */
  private record Blocking(Semaphore entered, Semaphore mayGoOn) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      entered.release();
      mayGoOn.acquireUninterruptibly();
      return 1;
    }
  }

  private static final class Lying {
    private static int calls;

    @Override
    public boolean equals(Object other) {
      return calls++ % 2 == 0;
    }

    @Override
    public int hashCode() {
      return calls++;
    }
  }

  private static final class Failing {
    @Override
    public int hashCode() {
      throw new IllegalStateException("no hash today");
    }
  }

  private static final class Unprintable {
    @Override
    public String toString() {
      throw new IllegalStateException("not for your eyes");
    }
  }
}
