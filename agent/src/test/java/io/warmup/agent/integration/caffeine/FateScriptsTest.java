package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.WarmedFates;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;

/** Each way in which a warmed entry ends, on each kind of store it can happen in, by scripts. */
class FateScriptsTest {

  private static final int KEYS = 6;

  private final AtomicLong nanos = new AtomicLong();

  /** Each takes the warmed entry of key 1 away, or its value, and leaves all others. */
  private static final Map<String, Consumer<Cache<Object, Object>>> OVERWRITES =
      Map.ofEntries(
          Map.entry("put", cache -> cache.put(1, "new")),
          Map.entry("putAll", cache -> cache.putAll(Map.of(1, "new"))),
          Map.entry("replace", cache -> cache.asMap().replace(1, "new")),
          Map.entry("replaceValue", cache -> cache.asMap().replace(1, "1", "new")),
          Map.entry("compute", cache -> cache.asMap().compute(1, (k, v) -> "new")),
          Map.entry("computeIfPresent", cache -> cache.asMap().computeIfPresent(1, (k, v) -> "n")),
          Map.entry("computeToNull", cache -> cache.asMap().compute(1, (k, v) -> null)),
          Map.entry("merge", cache -> cache.asMap().merge(1, "new", (a, b) -> b)),
          Map.entry("mergeToNull", cache -> cache.asMap().merge(1, "new", (a, b) -> null)),
          Map.entry("invalidate", cache -> cache.invalidate(1)),
          Map.entry("invalidateKeys", cache -> cache.invalidateAll(List.of(1))),
          Map.entry("remove", cache -> cache.asMap().remove(1)),
          Map.entry("removeValue", cache -> cache.asMap().remove(1, "1")),
          Map.entry("keySetRemove", cache -> cache.asMap().keySet().remove(1)),
          Map.entry("valuesRemoveIf", cache -> cache.asMap().values().removeIf("1"::equals)));

  @EachCaffeine
  void overwritten() {
    OVERWRITES.forEach(
        (name, write) -> eachKind(name, write, new WarmedFates(1, KEYS - 2, 0, 0, 1)));
    eachKind("invalidateAll", Cache::invalidateAll, new WarmedFates(1, 0, 0, 0, KEYS - 1));
    eachKind("clear", cache -> cache.asMap().clear(), new WarmedFates(1, 0, 0, 0, KEYS - 1));
  }

  private void eachKind(String name, Consumer<Cache<Object, Object>> write, WarmedFates expected) {
    List<UnaryOperator<Caffeine<Object, Object>>> kinds =
        List.of(
            unbounded -> unbounded,
            bySize -> bySize.maximumSize(100),
            byWeight -> byWeight.maximumWeight(100).weigher((key, value) -> 1),
            byTime -> byTime.expireAfterWrite(Duration.ofHours(1)),
            byAccess -> byAccess.expireAfterAccess(Duration.ofHours(1)),
            varying -> varying.expireAfter(new HoursOfKey()));
    for (UnaryOperator<Caffeine<Object, Object>> kind : kinds) {
      for (boolean async : List.of(true, false)) {
        try (Recording recording = new Recording()) {
          Caffeine<Object, Object> builder = kind.apply(builder());
          Object cache = async ? builder.buildAsync() : builder.build();
          warm(recording, cache);
          Cache<Object, Object> view = synchronous(cache);
          view.getIfPresent(0);
          write.accept(view);
          view.cleanUp();
          assertThat(recording.of(cache).fates())
              .as("%s, kind %s, async %s", name, kinds.indexOf(kind), async)
              .isEqualTo(expected);
        }
      }
    }
  }

  @EachCaffeine
  void overwrittenByAReload() {
    try (Recording recording = new Recording()) {
      LoadingCache<Object, Object> cache = builder().maximumSize(100).build(new Reloading());
      warm(recording, cache);
      cache.getIfPresent(0);
      Refresh.of(cache, 0);
      Refresh.of(cache, 1);
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 4, 0, 0, 1));
      assertThat(recording.of(cache).gets()).as("a refresh is no get").isEqualTo(1);
    }
    try (Recording recording = new Recording()) {
      LoadingCache<Object, Object> cache =
          builder().refreshAfterWrite(Duration.ofHours(1)).build(new Reloading());
      warm(recording, cache);
      hours(2);
      cache.get(1); // read, and so used, before it is reloaded
      assertThat(cache.get(1)).isEqualTo("reloaded");
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 5, 0, 0, 0));
      assertThat(recording.of(cache).warmHits()).isEqualTo(1);
    }
  }

  @EachCaffeine
  void expired() {
    for (boolean async : List.of(true, false)) {
      expires(
          async, it -> it.expireAfterWrite(Duration.ofHours(2)), new WarmedFates(2, 0, 0, 4, 0));
      expires(
          async, it -> it.expireAfterAccess(Duration.ofHours(2)), new WarmedFates(2, 0, 0, 4, 0));
      expires(async, it -> it.expireAfter(new HoursOfKey()), new WarmedFates(2, 2, 0, 2, 0));
    }
  }

  /** Keys 0 and 1 are read in the first hour; then three hours go by. */
  private void expires(
      boolean async, UnaryOperator<Caffeine<Object, Object>> kind, WarmedFates expected) {
    try (Recording recording = new Recording()) {
      Caffeine<Object, Object> builder = kind.apply(builder());
      Object cache = async ? builder.buildAsync() : builder.build();
      warm(recording, cache);
      synchronous(cache).getIfPresent(0);
      hours(1);
      synchronous(cache).getIfPresent(1);
      hours(2);
      assertThat(recording.of(cache).fates()).as("not noticed yet").isEqualTo(expected);
      synchronous(cache).cleanUp();
      assertThat(recording.of(cache).fates()).isEqualTo(expected);
    }
  }

  /** The time to live that the warm-up itself gave them. */
  @EachCaffeine
  void expiredByTheirTimeToLive() {
    for (boolean async : List.of(true, false)) {
      try (Recording recording = new Recording()) {
        Caffeine<Object, Object> builder = builder().expireAfter(new HoursOfKey());
        Object cache = async ? builder.buildAsync() : builder.build();
        List<Integer> keys = List.of(1, 2, 3);
        try (Fence fence = recording.target(cache).fence(keys)) {
          keys.forEach(key -> fence.put(key, "warm", Duration.ofMinutes(key * 40)));
        }
        recording.recorder.open();
        hours(1);
        synchronous(cache).getIfPresent(2);
        assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 1, 0, 1, 0));
        hours(2);
        synchronous(cache).cleanUp();
        assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 0, 0, 2, 0));
      }
    }
  }

  @EachCaffeine
  void evictedByWeight() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = builder().maximumWeight(30).weigher((key, value) -> 10).build();
      warm(recording, cache);
      cache.cleanUp();
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(0, 3, 3, 0, 0));
      for (int key = 0; key < KEYS; key++) {
        cache.getIfPresent(key);
      }
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(3, 0, 3, 0, 0));
    }
  }

  @EachCaffeine
  @Timeout(60)
  void collectedBeforeTheyWereRead() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = builder().weakValues().build();
      List<Object> kept = new ArrayList<>();
      WeakReference<Object> dropped = null;
      for (int key = 0; key < KEYS; key++) {
        Object value = new Object();
        recording.warm(cache, key, value);
        if (key % 2 == 0) {
          kept.add(value);
        } else {
          dropped = new WeakReference<>(value);
        }
      }
      recording.recorder.open();
      cache.getIfPresent(0);
      while (dropped.get() != null
          || cache.asMap().containsKey(1)
          || cache.asMap().containsKey(3)) {
        System.gc();
      }
      assertThat(recording.of(cache).fates())
          .as("not noticed yet")
          .isEqualTo(new WarmedFates(1, 2, 3, 0, 0));
      cache.cleanUp();
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 2, 3, 0, 0));
      assertThat(kept).hasSize(3);
    }
  }

  /** Two keys of one hash code. */
  private static final Object KEY = List.of(0, 31);

  private static final Object ALIKE = List.of(1, 0);

  @EachCaffeine
  void aKeyThatWasUsedAndIsWarmedAnewAvoidsNoOtherMiss() {
    assertThat(KEY).hasSameHashCodeAs(ALIKE);
    List<Cache<Object, Object>> caches = new ArrayList<>();
    try (Recording recording = new Recording()) {
      caches.add(builder().build());
      caches.add(builder().maximumSize(100).build());
      caches.add(builder().expireAfterWrite(Duration.ofHours(1)).build());
      for (Cache<Object, Object> cache : caches) {
        recording.warm(cache, KEY, 1);
        recording.recorder.open();
        cache.getIfPresent(KEY);
        hours(2);
        cache.invalidate(KEY);
        recording.warm(cache, KEY, 2);
        recording.warm(cache, ALIKE, 2);
        assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
        cache.getIfPresent(KEY);
        assertThat(recording.of(cache).missesAvoided()).isEqualTo(1);
        cache.getIfPresent(ALIKE);
        cache.invalidateAll();
        recording.warm(cache, ALIKE, 3);
        cache.getIfPresent(ALIKE);

        CacheObservation seen = recording.of(cache);
        assertThat(seen.fates()).isEqualTo(new WarmedFates(2, 0, 0, 0, 0));
        assertThat(seen.missesAvoided()).isEqualTo(2);
        assertThat(seen.warmHits()).isEqualTo(4);
      }
    }
  }

  private static void warm(Recording recording, Object cache) {
    for (int key = 0; key < KEYS; key++) {
      recording.warm(cache, key, String.valueOf(key));
    }
    recording.recorder.open();
  }

  private Caffeine<Object, Object> builder() {
    return Caffeine.newBuilder().executor(Runnable::run).ticker(nanos::get);
  }

  @SuppressWarnings("unchecked")
  private static Cache<Object, Object> synchronous(Object cache) {
    return cache instanceof AsyncCache<?, ?> async
        ? ((AsyncCache<Object, Object>) async).synchronous()
        : (Cache<Object, Object>) cache;
  }

  private void hours(int many) {
    nanos.addAndGet(Duration.ofHours(many).toNanos());
  }

  /** Even keys live for two hours, odd ones for four. */
  private record HoursOfKey() implements Expiry<Object, Object> {

    @Override
    public long expireAfterCreate(Object key, Object value, long now) {
      return Duration.ofHours((int) key % 2 == 0 ? 2 : 4).toNanos();
    }

    @Override
    public long expireAfterUpdate(Object key, Object value, long now, long left) {
      return left;
    }

    @Override
    public long expireAfterRead(Object key, Object value, long now, long left) {
      return left;
    }
  }

  private record Reloading() implements CacheLoader<Object, Object> {

    @Override
    public Object load(Object key) {
      return "loaded";
    }

    @Override
    public Object reload(Object key, Object before) {
      return "reloaded";
    }
  }
}
