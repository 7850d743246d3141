package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.cache.ValueLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cache in a map, with an exact fence: every write and invalidation of the application bumps the
 * key's version.
 */
final class MapTarget implements CacheTarget {

  final Map<Object, Object> entries = new ConcurrentHashMap<>();
  final Map<Object, Duration> ttls = new ConcurrentHashMap<>();
  final AtomicInteger openFences = new AtomicInteger();
  volatile @Nullable ValueLoader ownLoader;
  volatile @Nullable UnaryOperator<ValueLoader> watch;
  private final Map<Object, AtomicLong> versions = new ConcurrentHashMap<>();
  private final String name;
  private final boolean ttl;

  MapTarget(String name) {
    this(name, true);
  }

  MapTarget(String name, boolean ttl) {
    this.name = name;
    this.ttl = ttl;
  }

  void applicationPuts(Object key, Object value) {
    entries.compute(
        key,
        (k, old) -> {
          version(key).incrementAndGet();
          return value;
        });
  }

  void applicationInvalidates(Object key) {
    entries.compute(
        key,
        (k, old) -> {
          version(key).incrementAndGet();
          return null;
        });
  }

  @Override
  public @Nullable ValueLoader ownLoader() {
    return ownLoader;
  }

  @Override
  public @Nullable ValueLoader watching(ValueLoader calls) {
    return watch == null ? null : watch.apply(calls);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return "map";
  }

  @Override
  public Object delegate() {
    return entries;
  }

  @Override
  public boolean contains(Object key) {
    return entries.containsKey(key);
  }

  @Override
  public boolean supportsTtl() {
    return ttl;
  }

  @Override
  public Fence fence(List<?> keys) {
    Map<Object, Long> before = new ConcurrentHashMap<>();
    keys.forEach(key -> before.put(key, version(key).get()));
    openFences.incrementAndGet();
    return new Fence() {
      private boolean open = true;

      @Override
      public PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
        PutOutcome[] outcome = {PutOutcome.WARMED};
        entries.compute(
            key,
            (k, old) -> {
              if (version(key).get() != Objects.requireNonNull(before.get(key))) {
                outcome[0] = old == null ? PutOutcome.OVERWRITTEN : PutOutcome.ALREADY_PRESENT;
                return old;
              }
              if (ttl != null) {
                ttls.put(key, ttl);
              }
              return value;
            });
        return outcome[0];
      }

      @Override
      public void close() {
        if (open) {
          open = false;
          openFences.decrementAndGet();
        }
      }
    };
  }

  @Override
  public long size() {
    return entries.size();
  }

  private AtomicLong version(Object key) {
    return versions.computeIfAbsent(key, k -> new AtomicLong());
  }
}
