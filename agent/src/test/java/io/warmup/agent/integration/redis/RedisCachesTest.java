package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.RedisCache.Serializer;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.libraries.RedisServer;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** A Redis cache of the file: what the application itself reads back is what was warmed. */
@SuppressWarnings("deprecation") // in Jedis 8; all versions have them
class RedisCachesTest {

  record Product(String name, int price) {}

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void byAnyClientOfJedis() throws Exception {
    try (RedisServer server = RedisServer.available();
        Clients clients = new Clients();
        UnifiedJedis pooled = unified(server)) {
      warmsWhatIsNotThere(clients, "jedis", pooled::get, pooled::set, pooled::pttl);
      pooled.flushAll();
    }
    try (RedisServer server = RedisServer.available();
        Clients clients = new Clients();
        JedisPool pool = new JedisPool(server.uri());
        Jedis jedis = pool.getResource()) {
      warmsWhatIsNotThere(clients, "jedis", jedis::get, jedis::set, jedis::pttl);
      jedis.flushAll();
    }
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void byAConnectionOfLettuce() throws Exception {
    try (RedisServer server = RedisServer.available();
        Clients clients = new Clients()) {
      RedisClient client = RedisClient.create(server.uri().toString());
      try (StatefulRedisConnection<String, String> connection = client.connect()) {
        var redis = connection.sync();
        warmsWhatIsNotThere(clients, "lettuce", redis::get, redis::set, redis::pttl);
        redis.flushall();
      } finally {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
      }
    }
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void aClientThatHasNotConnectedYetIsEnough() throws Exception {
    try (RedisServer server = RedisServer.available();
        Clients clients = new Clients()) {
      RedisClient client = RedisClient.create(server.uri().toString());
      try {
        CacheTarget cache = clients.cache(new RedisCache("unopened:", Serializer.STRING));
        assertThat(put(cache, 1, "one", Duration.ofMinutes(1))).isEqualTo(PutOutcome.WARMED);
        assertThat(client.connect().sync().get("unopened:1")).isEqualTo("one");
        client.connect().sync().flushall();
      } finally {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
      }
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void valuesAreWrittenAsTheApplicationReadsThem() throws Exception {
    try (RedisServer server = RedisServer.available();
        Clients clients = new Clients();
        UnifiedJedis redis = unified(server)) {
      Duration ttl = Duration.ofMinutes(1);
      put(clients.cache(new RedisCache("json:", Serializer.JSON)), 7L, new Product("tea", 3), ttl);
      assertThat(redis.get("json:7")).isEqualTo("{\"name\":\"tea\",\"price\":3}");

      put(clients.cache(new RedisCache("java:", Serializer.JAVA)), 7L, List.of("tea", 3), ttl);
      byte[] written = redis.get("java:7".getBytes("UTF-8"));
      try (var in = new ObjectInputStream(new ByteArrayInputStream(written))) {
        assertThat(in.readObject()).isEqualTo(List.of("tea", 3));
      }

      byte[] raw = {0, -1, 10};
      CacheTarget bytes = clients.cache(new RedisCache("b", Serializer.BYTES));
      put(bytes, new byte[] {-1, 2}, raw, ttl);
      assertThat(redis.get(new byte[] {'b', -1, 2})).isEqualTo(raw);
      assertThatThrownBy(() -> put(bytes, 1, "text", ttl))
          .hasMessageContaining("serializer bytes takes byte[]")
          .hasMessageContaining("java.lang.String");
      redis.flushAll();
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void withoutATtlOneLineSaysThatEntriesNeverExpire() throws Exception {
    try (RedisServer server = RedisServer.available();
        Clients clients = new Clients();
        UnifiedJedis redis = unified(server)) {
      CacheTarget cache = clients.cache(new RedisCache("p:", Serializer.STRING));
      put(cache, 1, "one", null);
      put(cache, 2, "two", null);
      assertThat(redis.pttl("p:1")).isEqualTo(-1);
      assertThat(clients.lines()).singleElement().asString().contains("no ttl is set");
      redis.flushAll();
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void withoutAClientTheReasonIsSaid() {
    try (Clients clients = new Clients()) {
      assertThat(clients.sources(Map.of()).find("products")).isEmpty();
      assertThat(
              clients.sources(Map.of("products", new RedisCache("p:", Serializer.STRING))).caches())
          .as("recorded before there is a client")
          .extracting(CacheTarget::name, CacheTarget::kind)
          .containsExactly(tuple("products", "redis"));
      assertThatThrownBy(() -> clients.cache(new RedisCache("p:", Serializer.STRING)))
          .hasMessageContaining("redis-caches.products")
          .hasMessageContaining("has made no client");
    }
  }

  /** By the one constructor that all versions have. */
  private static UnifiedJedis unified(RedisServer server) {
    HostAndPort address = new HostAndPort(server.uri().getHost(), server.uri().getPort());
    return new UnifiedJedis(new PooledConnectionProvider(address), 3, Duration.ofSeconds(5));
  }

  private static void warmsWhatIsNotThere(
      Clients clients, String library, Read read, Write write, ReadTtl pttl) throws Exception {
    CacheTarget cache = clients.cache(new RedisCache("product:", Serializer.STRING));
    assertThat(cache.kind()).isEqualTo("redis " + library);
    assertThat(cache.fenceStrength()).isEqualTo(FenceStrength.IF_ABSENT);
    assertThat(cache.supportsTtl()).isTrue();
    write.write("product:2", "app's");

    assertThat(cache.contains(1L)).isFalse();
    assertThat(cache.contains(2L)).isTrue();
    assertThat(put(cache, 1L, "one", Duration.ofSeconds(90))).isEqualTo(PutOutcome.WARMED);
    assertThat(put(cache, 2L, "two", Duration.ofSeconds(90))).isEqualTo(PutOutcome.ALREADY_PRESENT);

    assertThat(read.read("product:1")).isEqualTo("one");
    assertThat(read.read("product:2")).isEqualTo("app's");
    assertThat(pttl.read("product:1")).isBetween(1L, 90_000L);
    assertThat(pttl.read("product:2")).isEqualTo(-1);
  }

  private static PutOutcome put(CacheTarget cache, Object key, Object value, Duration ttl)
      throws Exception {
    try (Fence fence = cache.fence(List.of(key))) {
      return fence.put(key, value, ttl);
    }
  }

  private interface Read {
    String read(String key);
  }

  private interface ReadTtl {
    long read(String key);
  }

  private interface Write {
    String write(String key, String value);
  }
}
