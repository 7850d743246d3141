package io.warmup.agent.integration.redis;

import io.warmup.agent.bridge.WarmupKeyspace;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import io.warmup.agent.log.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keys with one prefix in Redis, in the form that {@link WarmupKeyspace} has them in. An entry that
 * is there is never replaced.
 */
final class RedisTarget implements CacheTarget {

  private final String name;
  private final WarmupKeyspace keys;
  private final ValueWriter values;
  private final RedisCommands redis;
  private final Log log;
  private final AtomicBoolean immortal = new AtomicBoolean();

  RedisTarget(String name, WarmupKeyspace keys, ValueWriter values, RedisCommands redis, Log log) {
    this.name = name;
    this.keys = keys;
    this.values = values;
    this.redis = redis;
    this.log = log;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return redis.library().isEmpty() ? "redis" : "redis " + redis.library();
  }

  /** Not the client, which may be one for several of these. */
  @Override
  public Object delegate() {
    return keys;
  }

  @Override
  public Object recordedStore() {
    return keys;
  }

  @Override
  public boolean contains(Object key) {
    return redis.exists(keys.whole(key));
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean supportsTtl() {
    return true;
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  /** Not counted: that takes a scan over all keys of the server. */
  @Override
  public long size() {
    return -1;
  }

  @Override
  public Fence fence(List<?> named) {
    return (PutIfAbsent) this::putIfAbsent;
  }

  private boolean putIfAbsent(Object key, Object value, @Nullable Duration ttl) {
    if (ttl == null && immortal.compareAndSet(false, true)) {
      log.warn(
          "cache "
              + name
              + ": no ttl is set, and Redis keeps what is warmed until somebody deletes it; set"
              + " ttl in the file, or getTtl() in the strategy");
    }
    try {
      return redis.setIfAbsent(keys.whole(key), values.bytes(value), ttl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
