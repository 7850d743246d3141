package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.fleet.Claims;
import io.warmup.agent.fleet.Claims.Answer;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.libraries.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** A segment has one holder, for as long as that one lives. */
@SuppressWarnings({
  "deprecation",
  "try"
}) // a constructor all versions of Jedis have; clients are noticed, not used
class RedisClaimsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void byAnyClientOfJedis() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        UnifiedJedis unified = unified(server)) {
      oneHolderAtATime(new RedisClaims(clients.holders, "shop"));
    }
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        JedisPool pool = new JedisPool(server.uri())) {
      oneHolderAtATime(new RedisClaims(clients.holders, "shop"));
    }
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void byAConnectionOfLettuce() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients()) {
      RedisClient client = RedisClient.create(server.uri().toString());
      try {
        oneHolderAtATime(new RedisClaims(clients.holders, "shop"));
      } finally {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
      }
    }
  }

  @Test
  void withoutAClientThereIsNoPlaceForClaims() {
    assertThatThrownBy(() -> new RedisClaims(new CacheHolders(), "shop"))
        .hasMessageContaining("no Redis client");
  }

  private static void oneHolderAtATime(Claims claims) throws InterruptedException {
    assertThat(claims.claim("A:1", "me", LONG)).isEqualTo(Answer.YOURS);
    assertThat(claims.claim("A:1", "me", LONG)).as("asked twice").isEqualTo(Answer.YOURS);
    assertThat(claims.claim("A:1", "you", LONG)).isEqualTo(Answer.TAKEN);
    assertThat(claims.claim("B:1", "you", LONG)).as("other work").isEqualTo(Answer.YOURS);

    assertThat(claims.renew("A:1", "you", LONG)).as("not yours").isFalse();
    assertThat(claims.finish("A:1", "you", LONG)).as("not yours").isFalse();
    claims.release("A:1", "you");
    assertThat(claims.claim("A:1", "you", LONG)).as("still mine").isEqualTo(Answer.TAKEN);

    claims.release("A:1", "me");
    assertThat(claims.claim("A:1", "you", SHORT)).as("released").isEqualTo(Answer.YOURS);
    Thread.sleep(4 * SHORT.toMillis()); // Redis' own clock
    assertThat(claims.renew("A:1", "you", LONG)).as("run out").isFalse();
    assertThat(claims.claim("A:1", "me", LONG)).as("handed over").isEqualTo(Answer.YOURS);
    assertThat(claims.finish("A:1", "you", LONG)).as("by a former holder").isFalse();

    assertThat(claims.renew("A:1", "me", LONG)).isTrue();
    assertThat(claims.finish("A:1", "me", LONG)).isTrue();
    assertThat(claims.claim("A:1", "you", LONG)).isEqualTo(Answer.DONE);
  }

  private static UnifiedJedis unified(RedisServer server) {
    HostAndPort address = new HostAndPort(server.uri().getHost(), server.uri().getPort());
    return new UnifiedJedis(new PooledConnectionProvider(address), 1, Duration.ofSeconds(5));
  }
}
