package io.warmup.benchmarks.engine;

import com.github.benmanes.caffeine.cache.Cache;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Caffeine cache to warm, fenced by {@code putIfAbsent}: the exact fence needs the agent's hooks
 * in Caffeine, and is measured with the get path. Without a cache, what is put goes nowhere.
 */
record Sink(@Nullable Cache<Object, Object> cache) implements CacheTarget, Fence {

  @Override
  public Fence fence(List<?> keys) {
    return this;
  }

  @Override
  public PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
    boolean there = cache != null && cache.asMap().putIfAbsent(key, value) != null;
    return there ? PutOutcome.ALREADY_PRESENT : PutOutcome.WARMED;
  }

  @Override
  public void close() {}

  @Override
  public String name() {
    return "benchmark";
  }

  @Override
  public String kind() {
    return "caffeine";
  }

  @Override
  public Object delegate() {
    return cache == null ? this : cache;
  }

  @Override
  public boolean contains(Object key) {
    return cache != null && cache.policy().getIfPresentQuietly(key) != null;
  }

  @Override
  public boolean supportsTtl() {
    return false;
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  @Override
  public long size() {
    return cache == null ? 0 : cache.estimatedSize();
  }
}
