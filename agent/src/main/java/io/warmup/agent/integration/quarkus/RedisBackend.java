package io.warmup.agent.integration.quarkus;

import io.quarkus.cache.Cache;
import io.quarkus.cache.redis.runtime.RedisCache;
import io.smallrye.mutiny.Uni;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * A Quarkus cache in Redis: its prefix, its codecs, its time to live. Its interface has no {@code
 * SET NX}: that there is no entry is asked first, and whoever writes one in the millisecond between
 * loses it.
 */
final class RedisBackend implements CacheTarget {

  /**
   * As many as Quarkus's pool has connections, unless configured: it refuses whoever comes when 24
   * wait already, and there may be more threads that warm.
   */
  private static final Semaphore PLACES = new Semaphore(6);

  private final RedisCache cache;

  private RedisBackend(RedisCache cache) {
    this.cache = cache;
  }

  /** Empty if the cache has another backend. */
  static Optional<CacheTarget> of(Cache cache) {
    return cache instanceof RedisCache redis
        ? Optional.of(new RedisBackend(redis))
        : Optional.empty();
  }

  @Override
  public String name() {
    return cache.getName();
  }

  @Override
  public String kind() {
    return "quarkus redis";
  }

  @Override
  public Object delegate() {
    return cache;
  }

  @Override
  public Object recordedStore() {
    return cache;
  }

  @Override
  public boolean contains(Object key) {
    return answer(cache.getOrNull(key)) != null;
  }

  /** One for the whole cache, {@code expire-after-write}. */
  @Override
  public boolean supportsTtl() {
    return false;
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  /** Not counted: that takes a scan over all keys of the server. */
  @Override
  public long size() {
    return -1;
  }

  @Override
  public Fence fence(List<?> keys) {
    return (PutIfAbsent)
        (key, value, ttl) -> {
          boolean absent = !contains(key);
          if (absent) {
            answer(cache.put(key, value));
          }
          return absent;
        };
  }

  private static <T> T answer(Uni<T> asked) {
    try {
      PLACES.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while others are being put into Redis");
    }
    try {
      return asked.await().indefinitely();
    } finally {
      PLACES.release();
    }
  }
}
