package io.warmup.agent.integration.redis;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.fleet.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Claims in Redis, through the application's own client: a key for each segment, which holds its
 * holder's token or that it is done, and expires. What only the holder may do is one script each,
 * so that nothing comes between the look at the token and the deed.
 */
public final class RedisClaims implements Claims {

  private static final String IF_OURS =
      "if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end ";

  private static final String RENEW = IF_OURS + "return redis.call('pexpire', KEYS[1], ARGV[2])";

  private static final String FINISH =
      IF_OURS + "redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1";

  private static final String RELEASE = IF_OURS + "return redis.call('del', KEYS[1])";

  private final RedisCommands redis;
  private final String prefix;

  /**
   * @param holders has the application's clients; the oldest is used
   * @param application whose instances share the work
   * @throws IllegalStateException if it has none so far
   */
  public RedisClaims(CacheHolders holders, String application) {
    List<RedisCommands> clients = RedisCommands.all(holders);
    if (clients.isEmpty()) {
      throw new IllegalStateException(
          "the application has made no Redis client of Jedis or Lettuce so far");
    }
    this.redis = clients.get(0);
    this.prefix = "warmup:fleet:" + application + ":";
  }

  @Override
  public Answer claim(String segment, String token, Duration lease) {
    if (redis.setIfAbsent(key(segment), Bytes.of(token), lease)) {
      return Answer.YOURS;
    }
    byte[] found = redis.get(key(segment));
    String holder = found == null ? "" : new String(found, StandardCharsets.UTF_8);
    if (holder.equals(token)) {
      return Answer.YOURS; // The answer to a former try was lost.
    }
    return holder.equals(DONE_MARK) ? Answer.DONE : Answer.TAKEN;
  }

  @Override
  public boolean renew(String segment, String token, Duration lease) {
    return eval(RENEW, segment, token, millis(lease));
  }

  @Override
  public boolean finish(String segment, String token, Duration keep) {
    return eval(FINISH, segment, token, DONE_MARK, millis(keep));
  }

  @Override
  public void release(String segment, String token) {
    eval(RELEASE, segment, token);
  }

  private boolean eval(String script, String segment, String... arguments) {
    return redis.eval(script, key(segment), Stream.of(arguments).map(Bytes::of).toList()) == 1;
  }

  private byte[] key(String segment) {
    return Bytes.of(prefix + segment);
  }

  private static String millis(Duration duration) {
    return Long.toString(Math.max(1, duration.toMillis()));
  }
}
