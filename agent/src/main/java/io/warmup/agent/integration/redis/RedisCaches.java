package io.warmup.agent.integration.redis;

import io.warmup.agent.bridge.WarmupKeyspace;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.KeyedTarget;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.log.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The caches that the file lists under {@code redis-caches}. */
public final class RedisCaches implements CacheSource {

  private final CacheHolders holders;
  private final Map<String, RedisCache> configured;
  private final Beans beans;
  private final Log log;
  private final AtomicBoolean chosen = new AtomicBoolean();

  /**
   * @param holders has the application's clients
   * @param configured by name
   * @param beans asked for the application's Jackson
   * @param log told which client is used where there are several
   */
  public RedisCaches(
      CacheHolders holders, Map<String, RedisCache> configured, Beans beans, Log log) {
    this.holders = holders;
    this.configured = Map.copyOf(configured);
    this.beans = beans;
    this.log = log;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    RedisCache cache = configured.get(name);
    if (cache == null) {
      return Optional.empty();
    }
    RedisCommands client = client();
    if (client instanceof NoClient) {
      throw new IllegalStateException("redis-caches." + name + ": " + NoClient.REASON);
    }
    return Optional.of(target(name, cache, client));
  }

  /** Without a client too: what it will ask is to be recorded from the beginning. */
  @Override
  public Collection<CacheTarget> caches() {
    RedisCommands client = client();
    List<CacheTarget> caches = new ArrayList<>();
    configured.forEach((name, cache) -> caches.add(target(name, cache, client)));
    return caches;
  }

  private CacheTarget target(String name, RedisCache cache, RedisCommands client) {
    ValueWriter values =
        ValueWriter.of(cache.serializer(), beans, RedisCaches.class.getClassLoader());
    WarmupKeyspace keys = WarmupKeyspace.with(cache.prefix());
    return new KeyedTarget(new RedisTarget(name, keys, values, client, log), WarmupKeyspace::key);
  }

  private RedisCommands client() {
    List<RedisCommands> clients = RedisCommands.all(holders);
    if (clients.size() > 1 && chosen.compareAndSet(false, true)) {
      log.info(
          "redis-caches: the application has made "
              + clients.size()
              + " Redis clients; used is the oldest, "
              + clients.get(0).client());
    }
    return clients.isEmpty() ? new NoClient() : clients.get(0);
  }
}
