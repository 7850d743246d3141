package io.warmup.agent.integration.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.BaseRedisAsyncCommands;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.warmup.agent.cache.CacheHolders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Through a connection of Lettuce 6 or 7 that the application has open. What it sends is encoded
 * here, so that the connection's own codec does not matter.
 */
final class LettuceCommands implements RedisCommands {

  private final StatefulConnection<?, ?> connection;
  private final BaseRedisAsyncCommands<byte[], byte[]> commands;

  private LettuceCommands(StatefulConnection<?, ?> connection, BaseRedisAsyncCommands<?, ?> async) {
    this.connection = connection;
    // Its codec encodes and decodes nothing of ours: arguments and outputs bring their own.
    @SuppressWarnings("unchecked")
    BaseRedisAsyncCommands<byte[], byte[]> raw = (BaseRedisAsyncCommands<byte[], byte[]>) async;
    this.commands = raw;
  }

  /**
   * The open connections of this class loader's Lettuce, oldest first, without those in a
   * transaction or a subscription. Where the application has opened none so far, its client opens
   * one.
   */
  static List<RedisCommands> all(CacheHolders holders) {
    List<RedisCommands> found = new ArrayList<>();
    for (StatefulRedisConnection<?, ?> single : holders.of(StatefulRedisConnection.class)) {
      if (single.isOpen()
          && !single.isMulti()
          && !(single instanceof StatefulRedisPubSubConnection)) {
        found.add(new LettuceCommands(single, single.async()));
      }
    }
    for (StatefulRedisClusterConnection<?, ?> cluster :
        holders.of(StatefulRedisClusterConnection.class)) {
      if (cluster.isOpen()) {
        found.add(new LettuceCommands(cluster, cluster.async()));
      }
    }
    List<RedisClient> clients = found.isEmpty() ? holders.of(RedisClient.class) : List.of();
    for (RedisClient client : clients) {
      StatefulRedisConnection<byte[], byte[]> opened = client.connect(ByteArrayCodec.INSTANCE);
      found.add(new LettuceCommands(opened, opened.async()));
    }
    return found;
  }

  @Override
  public String library() {
    return "lettuce";
  }

  @Override
  public Object client() {
    return connection;
  }

  @Override
  public boolean exists(byte[] key) {
    CommandArgs<byte[], byte[]> arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key);
    Long count =
        answer(CommandType.EXISTS, new IntegerOutput<>(ByteArrayCodec.INSTANCE), arguments);
    return count != null && count > 0;
  }

  @Override
  public boolean setIfAbsent(byte[] key, byte[] value, @Nullable Duration ttl) {
    CommandArgs<byte[], byte[]> arguments =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key).add(value).add("NX");
    if (ttl != null) {
      arguments.add("PX").add(Math.max(1, ttl.toMillis()));
    }
    return answer(CommandType.SET, new StatusOutput<>(ByteArrayCodec.INSTANCE), arguments) != null;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    CommandArgs<byte[], byte[]> arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key);
    return answer(CommandType.GET, new ValueOutput<>(ByteArrayCodec.INSTANCE), arguments);
  }

  @Override
  public long eval(String script, byte[] key, List<byte[]> arguments) {
    CommandArgs<byte[], byte[]> all =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).add(Bytes.of(script)).add(1).addKey(key);
    arguments.forEach(all::add);
    Long result = answer(CommandType.EVAL, new IntegerOutput<>(ByteArrayCodec.INSTANCE), all);
    return result == null ? 0 : result;
  }

  /**
   * No longer than the connection's own timeout. A command given up is taken back, lest it be sent
   * when Redis is there again.
   */
  private <T> @Nullable T answer(
      CommandType type,
      CommandOutput<byte[], byte[], T> output,
      CommandArgs<byte[], byte[]> arguments) {
    RedisFuture<T> future = commands.dispatch(type, output, arguments);
    Duration timeout = connection.getTimeout();
    try {
      return timeout.isZero() ? future.get() : future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new IllegalStateException("no answer from Redis in " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("given up while Redis had not answered");
    }
  }
}
