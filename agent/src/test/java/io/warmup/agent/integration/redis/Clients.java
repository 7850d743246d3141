package io.warmup.agent.integration.redis;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.integration.libraries.NoBeans;
import io.warmup.agent.log.Log;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notices the clients that a test makes from here on. */
final class Clients implements AutoCloseable {

  final CacheHolders holders = new CacheHolders();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Log log = new Log();

  Clients() {
    log.switchTo((level, line) -> lines.add(line));
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
  }

  CacheSource sources(Map<String, RedisCache> configured) {
    return new RedisCaches(holders, configured, new NoBeans(), log);
  }

  /** The only one that the file lists. */
  CacheTarget cache(RedisCache configured) {
    return sources(Map.of("products", configured)).find("products").orElseThrow();
  }

  /** The client of that type that was made last. */
  <T> T newest(Class<T> type) {
    List<T> all = holders.of(type);
    return all.get(all.size() - 1);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    WarmupBridge.listen(null);
  }
}
