package io.warmup.agent.integration.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the warm-up says to Redis, through the application's own client and with that client's
 * timeouts. Thread-safe.
 */
interface RedisCommands {

  /** The client library, for people. */
  String library();

  /** The application's own client. */
  Object client();

  /** {@code EXISTS key}. */
  boolean exists(byte[] key);

  /**
   * {@code SET key value NX PX ttl}.
   *
   * @param ttl null: the entry does not expire
   * @return whether it was set
   */
  boolean setIfAbsent(byte[] key, byte[] value, @Nullable Duration ttl);

  /** Its arguments as the server takes them. */
  static List<byte[]> setIfAbsentArguments(byte[] key, byte[] value, @Nullable Duration ttl) {
    List<byte[]> arguments = new ArrayList<>(List.of(key, value, Bytes.of("NX")));
    if (ttl != null) {
      arguments.add(Bytes.of("PX"));
      arguments.add(Bytes.of(Long.toString(Math.max(1, ttl.toMillis()))));
    }
    return arguments;
  }
}
