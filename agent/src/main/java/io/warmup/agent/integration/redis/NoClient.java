package io.warmup.agent.integration.redis;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In place of a client, while the application has made none. */
record NoClient() implements RedisCommands {

  static final String REASON = "the application has made no client of Jedis or Lettuce so far";

  @Override
  public String library() {
    return "";
  }

  @Override
  public Object client() {
    return this;
  }

  @Override
  public boolean exists(byte[] key) {
    throw new IllegalStateException(REASON);
  }

  @Override
  public boolean setIfAbsent(byte[] key, byte[] value, @Nullable Duration ttl) {
    throw new IllegalStateException(REASON);
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    throw new IllegalStateException(REASON);
  }

  @Override
  public long eval(String script, byte[] key, List<byte[]> arguments) {
    throw new IllegalStateException(REASON);
  }
}
