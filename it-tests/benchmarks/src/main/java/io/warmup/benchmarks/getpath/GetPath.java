package io.warmup.benchmarks.getpath;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One get. A fork measures one way of counting; {@link GetPathTable} puts forks side by side and
 * gives those that are recorded the agent.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GetPath {

  /** How gets are counted. */
  @Param({"baseline", "recordStats", "micrometer", "idle", "recorded"})
  public String way = "baseline";

  /** Zipf over this many entries; the smaller set stays in the innermost cache. */
  @Param({"100000", "256"})
  public int entries;

  /** Percentage of gets that find their entry. */
  @Param({"100", "80"})
  public int hits;

  private Cache<Long, Long> cache = Caffeine.newBuilder().build();

  /** Fills the cache; where the path is recorded, half of the entries are warmed ones. */
  @Setup
  public void fill() {
    Caffeine<Object, Object> builder = Caffeine.newBuilder().maximumSize(2L * entries);
    switch (way) {
      case "recordStats" -> builder.recordStats();
      case "micrometer" ->
          builder.recordStats(
              () -> new CaffeineStatsCounter(new SimpleMeterRegistry(), "products"));
      default -> {
        // Nothing of the application's own.
      }
    }
    cache = builder.build();
    for (long key = 0; key < entries; key++) {
      cache.put(key, key);
    }
    if (way.equals("recorded")) {
      RecordedCache.open(cache.asMap(), entries);
    }
  }

  /** One thread's way through the keys. */
  @State(Scope.Thread)
  public static class Keys {
    private static final AtomicInteger THREADS = new AtomicInteger();

    private Long[] keys = new Long[1];
    private int next;

    /** Another way for each thread. */
    @Setup
    public void draw(GetPath settings) {
      keys = Trace.of(settings.entries, settings.hits, THREADS.incrementAndGet());
    }

    Long next() {
      next = (next + 1) & (keys.length - 1);
      return keys[next];
    }
  }

  /** A look-up. */
  @Benchmark
  public @Nullable Long getIfPresent(Keys keys) {
    return cache.getIfPresent(keys.next());
  }

  /** A look-up that would load; keys that are not there have no value, so that they stay away. */
  @Benchmark
  public @Nullable Long get(Keys keys) {
    return cache.get(keys.next(), absent -> null);
  }
}
