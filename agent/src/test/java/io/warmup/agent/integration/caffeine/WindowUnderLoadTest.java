package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.bridge.WarmupFates;
import io.warmup.agent.bridge.WarmupNode;
import io.warmup.agent.bridge.WarmupStore;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.WarmedFates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Timeout;

/** The window opens and closes while the application works on, and over very many caches. */
class WindowUnderLoadTest {

  private static final int THREADS = 4;
  private static final int WINDOWS = 150;
  private static final int KEYS = 1_500;
  private static final int WARMED = 200;
  private static final int TAIL = 5_000;

  /** Steps of the application after the last warming: some of it is used, and some is not. */
  private static final int ENOUGH = 20_000;

  /** Keys of the last round of warming; each name is warmed once. */
  private volatile List<String> warmedLast = List.of();

  private volatile boolean over;
  private final LongAdder steps = new LongAdder();

  @EachCaffeine
  @Timeout(120)
  void countsAndFatesAreExactAfterManyWindowsUnderLoad() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache =
          Caffeine.newBuilder().maximumSize(500).executor(Runnable::run).recordStats().build();
      List<Future<?>> load = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int seed = i;
        load.add(threads.submit(() -> workUntilOver(cache, new Random(seed))));
      }
      long warmed = 0;
      for (int i = 1; i <= WINDOWS; i++) {
        recording.recorder.close();
        recording.recorder.open();
        warmed = warm(recording, cache, "of window " + i, i == WINDOWS ? WARMED : 5);
      }
      long worked = steps.sum();
      while (steps.sum() < worked + ENOUGH) {
        Thread.onSpinWait();
      }
      over = true;
      for (Future<?> each : load) {
        each.get();
      }
      cache.cleanUp();

      CacheObservation before = recording.of(cache);
      long hitsBefore = cache.stats().hitCount();
      long missesBefore = cache.stats().missCount();
      cache.put("there", "app's");
      List<Future<?>> tail = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        tail.add(threads.submit(() -> readTail(cache)));
      }
      for (Future<?> each : tail) {
        each.get();
      }
      cache.cleanUp();
      CacheObservation after = recording.of(cache);
      assertThat(after.hits() - before.hits())
          .isEqualTo((long) THREADS * TAIL)
          .isEqualTo(cache.stats().hitCount() - hitsBefore);
      assertThat(after.misses() - before.misses())
          .isEqualTo((long) THREADS * TAIL)
          .isEqualTo(cache.stats().missCount() - missesBefore);
      fatesAddUp(recording, cache, after.fates(), warmed);
    } finally {
      over = true;
      threads.shutdownNow();
      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** The counts against the entries themselves: each kept its own byte. */
  private static void fatesAddUp(
      Recording recording, Cache<Object, Object> cache, WarmedFates fates, long warmed) {
    WarmupStore store = (WarmupStore) cache.asMap();
    long unread =
        store.warmupTable().values().stream()
            .filter(node -> ((WarmupNode) node).warmupFlag() == WarmupNode.WARMED)
            .count();
    long[] counts = recording.recorder.find(cache).orElseThrow().record().fates().counts();
    assertThat(counts[WarmupFates.WARMED]).isEqualTo(warmed).isPositive();
    assertThat(fates.unread()).isEqualTo(unread);
    assertThat(
            fates.used()
                + fates.unread()
                + fates.evictedUnread()
                + fates.expiredUnread()
                + fates.overwritten())
        .isEqualTo(warmed);
    assertThat(fates.used() + fates.evictedUnread() + fates.overwritten()).isPositive();
  }

  private long warm(Recording recording, Cache<Object, Object> cache, String round, int many) {
    List<String> keys = new ArrayList<>();
    long warmed = 0;
    for (int i = 0; i < many; i++) {
      String key = i + " " + round;
      keys.add(key);
      warmedLast = List.copyOf(keys);
      warmed += recording.warm(cache, key, "warm") == PutOutcome.WARMED ? 1 : 0;
    }
    return warmed;
  }

  /**
   * Gets, puts and invalidations of thrice as many keys as there is room for, and of warmed ones.
   */
  private void workUntilOver(Cache<Object, Object> cache, Random random) {
    while (!over) {
      List<String> warm = warmedLast;
      Object key =
          warm.isEmpty() || random.nextInt(4) > 0
              ? random.nextInt(KEYS)
              : warm.get(random.nextInt(warm.size()));
      switch (random.nextInt(8)) {
        case 0 -> cache.put(key, "app's");
        case 1 -> cache.invalidate(key);
        case 2 -> cache.get(key, absent -> "loaded");
        default -> cache.getIfPresent(key);
      }
      steps.increment();
    }
  }

  private static void readTail(Cache<Object, Object> cache) {
    for (int i = 0; i < TAIL; i++) {
      cache.getIfPresent("there");
      cache.getIfPresent("not there");
    }
  }

  @EachCaffeine
  @Timeout(60)
  void tenThousandCachesAtOnce() {
    ByteBuddyAgent.install();
    List<Cache<Object, Object>> held = new ArrayList<>();
    try (Recording recording = new Recording()) {
      for (int i = 0; i < 10_000; i++) {
        Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
        cache.put("key", i);
        held.add(cache);
      }
      recording.recorder.open();
      held.forEach(cache -> cache.getIfPresent("key"));
      recording.recorder.tick();
      List<CacheObservation> seen = recording.recorder.observe();
      assertThat(seen.stream().mapToLong(CacheObservation::hits).sum()).isEqualTo(10_000);
      assertThat(seen).filteredOn(it -> it.requestedKeys() == -1).hasSize(10_000 - 256);
      assertThat(seen.subList(0, 256)).allMatch(it -> it.requestedKeys() == 1);
      long bytes = recording.recorder.heldBytes(ByteBuddyAgent.getInstrumentation()::getObjectSize);
      assertThat(bytes).isBetween(1_000_000L, 12_000_000L);

      recording.recorder.close();
      assertThat(recording.recorder.heldBytes(part -> 1)).isZero();
      held.forEach(cache -> cache.getIfPresent("key"));
      assertThat(recording.recorder.observe()).isEmpty();
    }
    assertThat(held).hasSize(10_000);
  }
}
