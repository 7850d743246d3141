package io.warmup.agent.integration.redis;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.log.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

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
    if (client == null) {
      throw new IllegalStateException(
          "redis-caches."
              + name
              + ": the application has made no client of Jedis or Lettuce so far");
    }
    return Optional.of(target(name, cache, client));
  }

  @Override
  public Collection<CacheTarget> caches() {
    RedisCommands client = configured.isEmpty() ? null : client();
    List<CacheTarget> caches = new ArrayList<>();
    if (client != null) {
      configured.forEach((name, cache) -> caches.add(target(name, cache, client)));
    }
    return caches;
  }

  private CacheTarget target(String name, RedisCache cache, RedisCommands client) {
    ValueWriter values =
        ValueWriter.of(cache.serializer(), beans, RedisCaches.class.getClassLoader());
    return new RedisTarget(name, cache.prefix(), values, client, log);
  }

  private @Nullable RedisCommands client() {
    List<RedisCommands> clients = RedisCommands.all(holders);
    if (clients.size() > 1 && chosen.compareAndSet(false, true)) {
      log.info(
          "redis-caches: the application has made "
              + clients.size()
              + " Redis clients; used is the oldest, "
              + clients.get(0).client());
    }
    return clients.isEmpty() ? null : clients.get(0);
  }
}
