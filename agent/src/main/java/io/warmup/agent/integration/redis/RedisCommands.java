package io.warmup.agent.integration.redis;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.integration.ClassPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the warm-up says to Redis, through the application's own client and with that client's
 * timeouts. Thread-safe.
 */
interface RedisCommands {

  /** Through each client that the application has made so far, oldest first. */
  static List<RedisCommands> all(CacheHolders holders) {
    List<RedisCommands> clients = new ArrayList<>();
    if (ClassPath.has("redis/clients/jedis/UnifiedJedis.class")) {
      clients.addAll(JedisCommands.all(holders));
    }
    if (ClassPath.has("io/lettuce/core/api/StatefulRedisConnection.class")) {
      clients.addAll(LettuceCommands.all(holders));
    }
    return clients;
  }

  /** The client library, for people; empty: none so far. */
  String library();

  /** The application's own client. */
  Object client();

  /** {@code EXISTS key}. */
  boolean exists(byte[] key);

  /**
   * {@code SET key value NX PX ttl}, which the hooks of the clients tell from a write of the
   * application's by its {@code NX}.
   *
   * @param ttl null: the entry does not expire
   * @return whether it was set
   */
  boolean setIfAbsent(byte[] key, byte[] value, @Nullable Duration ttl);

  /** {@code GET key}; null where there is nothing. */
  byte @Nullable [] get(byte[] key);

  /**
   * {@code EVAL script 1 key arguments}.
   *
   * @return what the script does, a whole number
   */
  long eval(String script, byte[] key, List<byte[]> arguments);
}
