package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the application did between our load and our put wins, whatever it was. */
class FenceTest {

  /** Loads by the warm-up while the application goes on; the control ends with the first loss. */
  private static final int LOADS = 50_000;

  private static final int LOADS_AT_MOST = 20_000_000;

  /** All ways to write, load or invalidate, each telling of a newer value or of none. */
  private static final Map<String, Consumer<Cache<Object, Object>>> WRITES =
      Map.ofEntries(
          Map.entry("put", cache -> cache.put("key", "new")),
          Map.entry("putAll", cache -> cache.putAll(Map.of("key", "new"))),
          Map.entry("get", cache -> cache.get("key", key -> "new")),
          Map.entry("getAll", cache -> cache.getAll(List.of("key"), keys -> Map.of("key", "new"))),
          Map.entry("invalidate", cache -> cache.invalidate("key")),
          Map.entry("invalidateKeys", cache -> cache.invalidateAll(List.of("key"))),
          Map.entry("invalidateAll", Cache::invalidateAll),
          Map.entry("putIfAbsent", cache -> cache.asMap().putIfAbsent("key", "new")),
          Map.entry("computeIfAbsent", cache -> cache.asMap().computeIfAbsent("key", k -> "new")),
          Map.entry("compute", cache -> cache.asMap().compute("key", (k, v) -> "new")),
          Map.entry("computeToNull", cache -> cache.asMap().compute("key", (k, v) -> null)),
          Map.entry("merge", cache -> cache.asMap().merge("key", "new", (a, b) -> "new")),
          Map.entry("remove", cache -> cache.asMap().remove("key")),
          Map.entry("keySetRemove", cache -> cache.asMap().keySet().remove("key")),
          Map.entry("clear", cache -> cache.asMap().clear()),
          Map.entry(
              "thereAndGone",
              cache -> {
                cache.put("key", "new");
                cache.invalidate("key");
              }));

  @EachCaffeine
  void everyWriteWins() {
    try (Recording recording = new Recording()) {
      for (Cache<Object, Object> cache : synchronous()) {
        WRITES.forEach(
            (name, write) -> {
              cache.invalidateAll();
              assertThat(staleAfter(recording, cache, write, true)).as(name).isFalse();
            });
      }
      AsyncCache<Object, Object> async = Caffeine.newBuilder().maximumSize(10).buildAsync();
      WRITES.forEach(
          (name, write) -> {
            async.synchronous().invalidateAll();
            assertThat(staleAfter(recording, async, write, true)).as(name).isFalse();
          });
    }
  }

  /** The negative control: the same steps with the fence opened too late. */
  @EachCaffeine
  void withoutTheFenceEachInvalidationIsOverwrittenByTheOldValue() {
    try (Recording recording = new Recording()) {
      for (Cache<Object, Object> cache : synchronous()) {
        cache.invalidateAll();
        assertThat(staleAfter(recording, cache, c -> c.invalidate("key"), false)).isTrue();
      }
    }
  }

  @EachCaffeine
  void whatStoodThereBeforeIsReplaced() {
    try (Recording recording = new Recording()) {
      for (Cache<Object, Object> cache : synchronous()) {
        cache.put("key", "before");
        try (Fence fence = recording.target(cache).fence(List.of("key"))) {
          assertThat(fence.put("key", "loaded", null)).isEqualTo(PutOutcome.WARMED);
        }
        assertThat(cache.getIfPresent("key")).isEqualTo("loaded");
      }
    }
  }

  @EachCaffeine
  void outcomesTellApartWhatStandsAndWhatIsGone() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).recordStats().build();
      assertThat(recording.target(cache).fenceStrength()).isEqualTo(FenceStrength.EXACT);
      try (Fence fence = recording.target(cache).fence(List.of("a", "b"))) {
        cache.put("a", "new");
        cache.invalidate("b");
        assertThat(fence.put("a", "old", null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
        assertThat(fence.put("b", "old", null)).isEqualTo(PutOutcome.OVERWRITTEN);
      }
      assertThat(cache.asMap()).isEqualTo(Map.of("a", "new"));
      assertThat(cache.stats().requestCount() + cache.stats().loadCount()).isZero();
    }
  }

  @EachCaffeine
  void noStaleValueUnderARace() throws Exception {
    try (Recording recording = new Recording()) {
      for (Cache<Object, Object> cache : synchronous()) {
        assertThat(race(recording, cache, true)).isZero();
      }
    }
  }

  /** The negative control of the race: it would find a stale value if there were one. */
  @EachCaffeine
  void theSameRaceWithoutFenceIsLost() throws Exception {
    try (Recording recording = new Recording()) {
      for (Cache<Object, Object> cache : synchronous()) {
        assertThat(race(recording, cache, false)).isPositive();
      }
    }
  }

  @EachCaffeine
  void timeToLivePerEntry() {
    AtomicLong nanos = new AtomicLong();
    try (Recording recording = new Recording()) {
      Cache<Object, Object> timed =
          Caffeine.newBuilder().ticker(nanos::get).expireAfter(new Hour()).build();
      Cache<Object, Object> fixed =
          Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();
      assertThat(recording.target(timed).supportsTtl()).isTrue();
      assertThat(recording.target(fixed).supportsTtl()).isFalse();
      try (Fence fence = recording.target(timed).fence(List.of("short", "own"))) {
        fence.put("short", "v", Duration.ofMinutes(1));
        fence.put("own", "v", null);
      }
      nanos.addAndGet(Duration.ofMinutes(2).toNanos());
      assertThat(timed.getIfPresent("short")).isNull();
      assertThat(timed.getIfPresent("own")).isEqualTo("v");
    }
  }

  private static List<Cache<Object, Object>> synchronous() {
    return List.of(
        Caffeine.newBuilder().build(),
        Caffeine.newBuilder().maximumSize(10).build(),
        Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build(key -> "new"));
  }

  /** Load, then the application's write, then our put. */
  private static boolean staleAfter(
      Recording recording, Object cache, Consumer<Cache<Object, Object>> write, boolean fenced) {
    Cache<Object, Object> view = view(cache);
    String loaded = "old";
    Fence fence = fenced ? recording.target(cache).fence(List.of("key")) : null;
    write.accept(view);
    if (fence == null) {
      fence = recording.target(cache).fence(List.of("key"));
    }
    fence.put("key", loaded, null);
    fence.close();
    return loaded.equals(view.asMap().get("key"));
  }

  @SuppressWarnings("unchecked")
  private static Cache<Object, Object> view(Object cache) {
    return cache instanceof AsyncCache
        ? ((AsyncCache<Object, Object>) cache).synchronous()
        : (Cache<Object, Object>) cache;
  }

  /**
   * The warm-up loads and puts, again and again, while the application updates the source and
   * invalidates. After an invalidation nothing older than it may be read.
   *
   * @return how often something older was
   */
  private static int race(Recording recording, Cache<Object, Object> cache, boolean fenced)
      throws Exception {
    AtomicInteger source = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger loads = new AtomicInteger();
    CacheTarget target = recording.target(cache);
    try (Fence first = target.fence(List.of("first"))) {
      // Loads its classes: a clear does not wait for a put that stands still for a second.
      first.put("first", 0, null);
    }
    CompletableFuture<Void> warmUp =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                int load = loads.incrementAndGet();
                Fence fence = fenced ? target.fence(List.of("key")) : null;
                int loaded = source.get();
                for (int i = 0; i < load % 50; i++) {
                  Thread.onSpinWait();
                }
                if (fence == null) {
                  cache.put("key", loaded);
                } else {
                  fence.put("key", loaded, null);
                  fence.close();
                }
              }
            });
    int stale = 0;
    int enough = fenced ? LOADS : LOADS_AT_MOST;
    for (int round = 0; loads.get() < enough && (fenced || stale == 0); round++) {
      int current = source.incrementAndGet();
      invalidate(cache, round);
      for (int i = 0; i < 20; i++) {
        Object read = cache.asMap().get("key");
        if (read != null && (int) read < current) {
          stale++;
          break;
        }
      }
    }
    over.set(true);
    warmUp.get();
    return stale;
  }

  private static void invalidate(Cache<Object, Object> cache, int round) {
    switch (round % 3) {
      case 0 -> cache.invalidate("key");
      case 1 -> cache.asMap().remove("key");
      default -> cache.invalidateAll();
    }
  }

  private static final class Hour implements Expiry<Object, Object> {
    @Override
    public long expireAfterCreate(Object key, Object value, long currentTime) {
      return Duration.ofHours(1).toNanos();
    }

    @Override
    public long expireAfterUpdate(Object key, Object value, long currentTime, long duration) {
      return duration;
    }

    @Override
    public long expireAfterRead(Object key, Object value, long currentTime, long duration) {
      return duration;
    }
  }
}
