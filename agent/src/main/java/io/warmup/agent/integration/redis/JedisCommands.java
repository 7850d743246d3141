package io.warmup.agent.integration.redis;

import io.warmup.agent.cache.CacheHolders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisSentinelPool;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Pool;

/**
 * Through Jedis 4 to 8. Plain commands only: the classes of typed parameters change their return
 * types from one version to the next.
 */
@SuppressWarnings("deprecation") // since Jedis 8; all that Jedis 5 has
final class JedisCommands {

  private JedisCommands() {}

  /** The clients of this class loader's Jedis, oldest first. */
  static List<RedisCommands> all(CacheHolders holders) {
    List<RedisCommands> found = new ArrayList<>();
    holders.of(UnifiedJedis.class).forEach(client -> found.add(new Unified(client)));
    holders.of(JedisPool.class).forEach(pool -> found.add(new Pooled(pool)));
    holders.of(JedisSentinelPool.class).forEach(pool -> found.add(new Pooled(pool)));
    return found;
  }

  private static byte[][] evalArguments(String script, byte[] key, List<byte[]> arguments) {
    List<byte[]> all = new ArrayList<>(List.of(Bytes.of(script), Bytes.of("1"), key));
    all.addAll(arguments);
    return array(all);
  }

  private static byte[][] setIfAbsentArguments(byte[] key, byte[] value, @Nullable Duration ttl) {
    List<byte[]> arguments = new ArrayList<>(List.of(key, value, Bytes.of("NX")));
    if (ttl != null) {
      arguments.add(Bytes.of("PX"));
      arguments.add(Bytes.of(Long.toString(Math.max(1, ttl.toMillis()))));
    }
    return array(arguments);
  }

  private static byte[][] array(List<byte[]> arguments) {
    return arguments.toArray(byte[][]::new);
  }

  /**
   * JedisPooled, JedisCluster, RedisClient and the like: routed by the key where there are slots.
   */
  private record Unified(UnifiedJedis client) implements RedisCommands {

    @Override
    public String library() {
      return "jedis";
    }

    @Override
    public boolean exists(byte[] key) {
      return client.exists(key);
    }

    @Override
    public boolean setIfAbsent(byte[] key, byte[] value, @Nullable Duration ttl) {
      byte[][] arguments = setIfAbsentArguments(key, value, ttl);
      return client.sendCommand(key, Command.SET, arguments) != null;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
      return (byte[]) client.sendCommand(key, Command.GET, key);
    }

    @Override
    public long eval(String script, byte[] key, List<byte[]> arguments) {
      byte[][] all = evalArguments(script, key, arguments);
      return (Long) client.sendCommand(key, Command.EVAL, all);
    }
  }

  /** A pool of plain connections, borrowed for one command. */
  private record Pooled(Pool<Jedis> client) implements RedisCommands {

    @Override
    public String library() {
      return "jedis";
    }

    @Override
    public boolean exists(byte[] key) {
      try (Jedis jedis = client.getResource()) {
        return jedis.exists(key);
      }
    }

    @Override
    public boolean setIfAbsent(byte[] key, byte[] value, @Nullable Duration ttl) {
      byte[][] arguments = setIfAbsentArguments(key, value, ttl);
      try (Jedis jedis = client.getResource()) {
        return jedis.sendCommand(Command.SET, arguments) != null;
      }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
      try (Jedis jedis = client.getResource()) {
        return (byte[]) jedis.sendCommand(Command.GET, key);
      }
    }

    @Override
    public long eval(String script, byte[] key, List<byte[]> arguments) {
      try (Jedis jedis = client.getResource()) {
        return (Long) jedis.sendCommand(Command.EVAL, evalArguments(script, key, arguments));
      }
    }
  }
}
