package io.warmup.benchmarks.getpath.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Loaded anew with each copy, so that each is compiled for itself. */
public final class CopiedGets implements Gets {

  private final Cache<Long, Long> cache;
  private final boolean loads;

  /**
   * A full cache with room for as many entries again.
   *
   * @param loads {@code get(key, function)} rather than {@code getIfPresent(key)}
   */
  public CopiedGets(String way, int entries, boolean loads) {
    this.loads = loads;
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
  }

  @Override
  public long run(Long[] keys, int count) {
    return loads ? load(keys, count) : lookUp(keys, count);
  }

  private long lookUp(Long[] keys, int count) {
    long found = 0;
    for (int i = 0; i < count; i++) {
      Long value = cache.getIfPresent(keys[i & (keys.length - 1)]);
      found += value == null ? 1 : value;
    }
    return found;
  }

  /** Keys that are not there have no value, so that they stay away. */
  private long load(Long[] keys, int count) {
    long found = 0;
    for (int i = 0; i < count; i++) {
      Long value = cache.get(keys[i & (keys.length - 1)], absent -> null);
      found += value == null ? 1 : value;
    }
    return found;
  }

  @Override
  public Object store() {
    return cache.asMap();
  }
}
