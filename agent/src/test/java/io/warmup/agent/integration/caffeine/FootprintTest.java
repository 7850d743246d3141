package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.recorder.Recorder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the recorder takes of the heap, and what it keeps there: by walks over it. */
class FootprintTest {

  /** The walk's own noise, and what a cache has once: far from the eight bytes objects grow by. */
  private static final double NOISE = 3;

  private static final String NEWEST = "3.3.1";

  /** What the application holds, and its store of that kind: {@code maximumSize} alone. */
  private static final List<String> CACHES =
      List.of(
          "com.github.benmanes.caffeine.cache.BoundedLocalCache$Bounded",
          "com.github.benmanes.caffeine.cache.SSMS");

  /** Both bits and the queue an entry is in fit into the gap behind an object's header. */
  @ParameterizedTest
  @CsvSource({"size, 0", "weight, 8", "accessed, 0", "written, 0", "expiring, 8", "unbounded, 16"})
  void eachEntryAndItsWarmedKeyTakeSoManyBytesAtMost(String kind, int most) {
    for (String version : List.of("2.9.3", NEWEST)) {
      for (int entries : List.of(50_000, 70_000, 90_000)) {
        double bare = bytesPerEntry(version, true, kind, false, entries);
        double recorded = bytesPerEntry(version, false, kind, true, entries);
        assertThat(recorded - bare)
            .as("bytes for each of %d entries of Caffeine %s", entries, version)
            .isBetween(-NOISE, most + NOISE);
      }
    }
  }

  @Test
  void missedKeysTakeNoMoreHoweverManyThereAre() {
    Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
    assertThat(recorder.caches()).isEmpty();
    new IsolatedRun(NEWEST, false).run("misses", 50_000);
    long before = HeapWalk.bytes();
    long taken = (long) new IsolatedRun(NEWEST, false).run("misses", 2_000_000) - before;
    assertThat(taken).isLessThan(1_500_000);
  }

  /** A closed application: its loader, its classes and their caches, with the window still open. */
  @Test
  void aClosedApplicationsCachesAreCollected() {
    Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
    WarmupBuilds.listen(recorder::built);
    recorder.open();
    try {
      long before = caches(0);
      for (int i = 0; i < 5; i++) {
        new IsolatedRun(NEWEST, false).run("useAndLetGo", recorder);
      }
      assertThat(caches(before)).isEqualTo(before);
      assertThat(recorder.caches()).isEmpty();
      assertThat(recorder.departed().values())
          .singleElement()
          .satisfies(all -> assertThat(all.fates().used()).isEqualTo(5 * 20));

      new IsolatedRun(NEWEST, false).run("useForever", recorder);
      recorder.close();
      assertThat(caches(before)).isEqualTo(before);
    } finally {
      WarmupBuilds.listen(null);
    }
  }

  /** Caffeine's own maintenance may hold one for a moment. */
  private static long caches(long wanted) {
    long found = Long.MAX_VALUE;
    for (int walk = 0; walk < 50 && found > wanted; walk++) {
      found = CACHES.stream().mapToLong(HeapWalk::instances).sum();
    }
    return found;
  }

  private static double bytesPerEntry(
      String version, boolean loadedBefore, String kind, boolean warmed, int entries) {
    return (double) new IsolatedRun(version, loadedBefore).run("fill", kind, warmed, entries);
  }

  /** Runs a static method of {@link Application} in a loader that nothing keeps. */
  private record IsolatedRun(String version, boolean loadedBefore) {

    Object run(String method, Object... arguments) {
      try {
        Class<?> copy =
            new IsolatedCaffeine(version, loadedBefore).loadClass(Application.class.getName());
        for (var each : copy.getDeclaredMethods()) {
          if (each.getName().equals(method)) {
            each.setAccessible(true);
            return each.invoke(null, arguments);
          }
        }
        throw new NoSuchMethodException(method);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Loaded anew for each run. */
  static final class Application {
    private static Cache<Object, Object> kept;

    private Application() {}

    static double fill(String kind, boolean warmed, int entries) {
      try (Recording recording = new Recording()) {
        Cache<Object, Object> cache = builder(kind).build();
        List<Object> keys = new ArrayList<>();
        IntStream.range(0, entries).forEach(key -> keys.add(key + 1_000_000));
        long before = HeapWalk.bytes();
        if (warmed) {
          CacheTarget target = recording.target(cache);
          try (Fence fence = target.fence(keys)) {
            keys.forEach(key -> fence.put(key, "value", null));
          }
          recording.recorder.open();
        } else {
          keys.forEach(key -> cache.put(key, "value"));
        }
        cache.cleanUp();
        double bytes = (double) (HeapWalk.bytes() - before) / entries;
        assertThat(cache.estimatedSize()).isEqualTo(keys.size());
        return bytes;
      }
    }

    private static Caffeine<Object, Object> builder(String kind) {
      Caffeine<Object, Object> builder = Caffeine.newBuilder();
      return switch (kind) {
        case "size" -> builder.maximumSize(1_000_000);
        case "weight" -> builder.maximumWeight(1_000_000).weigher((key, value) -> 1);
        case "accessed" -> builder.maximumSize(1_000_000).expireAfterAccess(1, TimeUnit.HOURS);
        case "written" -> builder.maximumSize(1_000_000).expireAfterWrite(1, TimeUnit.HOURS);
        case "expiring" -> builder.expireAfterWrite(1, TimeUnit.HOURS);
        default -> builder;
      };
    }

    static long misses(int count) {
      try (Recording recording = new Recording()) {
        Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
        recording.recorder.open();
        for (int i = 0; i < count; i++) {
          cache.getIfPresent(Integer.valueOf(i));
        }
        assertThat(recording.of(cache).misses()).isEqualTo(count);
        return HeapWalk.bytes();
      }
    }

    static void useAndLetGo(Recorder recorder) {
      use(recorder);
    }

    static void useForever(Recorder recorder) {
      kept = use(recorder);
      assertThat(kept.estimatedSize()).isPositive();
    }

    private static Cache<Object, Object> use(Recorder recorder) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(100).build();
      String name = recorder.find(cache).orElseThrow().name();
      CacheTarget target = new CaffeineCaches(recorder).find(name).orElseThrow();
      for (int i = 0; i < 40; i++) {
        try (Fence fence = target.fence(List.of(new Key(i)))) {
          fence.put(new Key(i), i, null);
        }
        cache.getIfPresent(new Key(i / 2));
      }
      return cache;
    }

    /**
     * Leads to its class's loader, and so to everything the application has. No record: the JDK's
     * own method handle for comparing a record's components keeps the last record's loader.
     */
    private static final class Key {
      private final int number;

      Key(int number) {
        this.number = number;
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && key.number == number;
      }

      @Override
      public int hashCode() {
        return number;
      }
    }
  }
}
