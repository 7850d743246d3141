package io.warmup.agent.integration.redis;

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
 * Keys with one prefix in Redis. An entry that is there is never replaced; that the application
 * deleted one while its value was being loaded cannot be seen.
 */
final class RedisTarget implements CacheTarget {

  private final String name;
  private final byte[] prefix;
  private final ValueWriter values;
  private final RedisCommands redis;
  private final Log log;
  private final AtomicBoolean immortal = new AtomicBoolean();

  RedisTarget(String name, String prefix, ValueWriter values, RedisCommands redis, Log log) {
    this.name = name;
    this.prefix = Bytes.of(prefix);
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
    return "redis " + redis.library();
  }

  @Override
  public Object delegate() {
    return redis.client();
  }

  @Override
  public boolean contains(Object key) {
    return redis.exists(keyBytes(key));
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
  public Fence fence(List<?> keys) {
    return (PutIfAbsent) this::putIfAbsent;
  }

  private byte[] keyBytes(Object key) {
    return Bytes.concat(prefix, key instanceof byte[] raw ? raw : Bytes.of(key.toString()));
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
      return redis.setIfAbsent(keyBytes(key), values.bytes(value), ttl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
