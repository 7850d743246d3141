package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.libraries.RedisServer;
import io.warmup.agent.integration.trace.CacheUnderTest;
import io.warmup.agent.recorder.WarmedFates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.commands.JedisCommands;
import redis.clients.jedis.params.GetExParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** What an application gets by Jedis of keys that the file lists. */
@SuppressWarnings({"deprecation", "try"}) // in Jedis 8, all versions have them; closed twice
class JedisRecordingTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void eachGetOfAPooledClientIsCountedOnce() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        UnifiedJedis jedis = unified(server);
        RecordedRedis prices = new RecordedRedis(clients, cache(jedis, jedis::mget))) {
      prices.isRecordedExactly();
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void eachGetOfAPlainConnectionIsCountedOnce() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        JedisPool pool = new JedisPool(server.uri());
        Jedis jedis = pool.getResource();
        RecordedRedis prices = new RecordedRedis(clients, cache(jedis, jedis::mget))) {
      prices.isRecordedExactly();
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void eachGetOfAClusterIsCountedOnce() throws Exception {
    try (RedisServer server = RedisServer.startCluster();
        Clients clients = new Clients();
        JedisCluster jedis = new JedisCluster(address(server));
        RecordedRedis prices =
            new RecordedRedis(
                clients, cache(jedis, keys -> List.of(keys).stream().map(jedis::get).toList()))) {
      prices.isRecordedExactly();
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void whatElseReadsIsAGetTooAndWhatDoesNotIsNone() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        JedisPool pool = new JedisPool(server.uri());
        Jedis jedis = pool.getResource();
        RecordedRedis prices = new RecordedRedis(clients, cache(jedis, jedis::mget))) {
      prices.open();
      jedis.set("price:1", "one");
      jedis.set("other:1", "one");

      jedis.get(bytes("price:1"));
      jedis.mget("price:1", "price:1", "other:1", "price:9");
      jedis.mget(bytes("price:1"), bytes("price:9"));
      jedis.getEx("price:1", new GetExParams());
      jedis.getSet("price:1", "two");
      jedis.getSet("price:2", "two");
      jedis.getDel("price:1");
      jedis.getDel("price:1");
      prices.counted(7, 4);

      jedis.get("other:1");
      jedis.get("price");
      jedis.exists("price:2");
      jedis.strlen("price:2");
      Pipeline pipeline = jedis.pipelined();
      pipeline.get("price:2");
      pipeline.sync();
      try (Transaction transaction = jedis.multi()) {
        transaction.get("price:2");
        assertThat(transaction.exec()).containsExactly("two");
      }
      jedis.sendCommand(Command.GET, "price:2");
      prices.counted(7, 4);
      prices.missed("9", "2", "1");
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void aWarmedKeyEndsAsTheApplicationLeavesIt() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        JedisPool pool = new JedisPool(server.uri());
        Jedis jedis = pool.getResource();
        RecordedRedis prices = new RecordedRedis(clients, cache(jedis, jedis::mget))) {
      for (int key = 1; key <= 12; key++) {
        prices.warm(key, key == 12 ? Duration.ofMillis(1) : LONG);
      }
      prices.open();

      assertThat(jedis.getDel("price:1")).as("used").isEqualTo("warmed");
      assertThat(jedis.getSet("price:2", "app's")).as("used").isEqualTo("warmed");
      jedis.set("price:3", "app's");
      jedis.setex("price:4", 100, "app's");
      jedis.del("price:5", "other:5", "price:6");
      jedis.unlink("price:7");
      jedis.mset("price:8", "price:11", "other:8", "price:10");
      Pipeline pipeline = jedis.pipelined();
      pipeline.del("price:9");
      pipeline.sync();
      jedis.setnx("price:10", "changes nothing");
      jedis.set("price:10", "changes nothing", SetParams.setParams().nx());
      while (jedis.exists("price:12")) {
        Thread.onSpinWait();
      }
      assertThat(jedis.get("price:12")).as("expired").isNull();

      assertThat(prices.seen().fates()).isEqualTo(new WarmedFates(2, 2, 1, 0, 7));
      jedis.get("price:10");
      assertThat(prices.seen().fates()).isEqualTo(new WarmedFates(3, 1, 1, 0, 7));
      jedis.flushAll();
      assertThat(prices.seen().fates()).isEqualTo(new WarmedFates(3, 0, 1, 0, 8));
      assertThat(prices.seen().warmHits()).isEqualTo(3);
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void whatACallOfTheApplicationPutsIsWarmed() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        UnifiedJedis jedis = unified(server);
        RecordedRedis prices = new RecordedRedis(clients, cache(jedis, jedis::mget))) {
      prices.isFilledByTheApplication();
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void whenTheWindowIsClosedNothingIsCounted() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        UnifiedJedis jedis = unified(server);
        RecordedRedis prices = new RecordedRedis(clients, cache(jedis, jedis::mget))) {
      prices.open();
      jedis.get("price:1");
      prices.counted(0, 1);
      prices.close();
      jedis.get("price:1");
      prices.open();
      jedis.get("price:1");
      prices.counted(0, 1);
    }
  }

  /** As an application with such keys does it. */
  private static CacheUnderTest cache(JedisCommands jedis, Function<String[], List<String>> mget) {
    return new CacheUnderTest(
        key -> jedis.get("price:" + key),
        keys -> all(keys, mget),
        (key, value) -> jedis.set("price:" + key, value),
        key -> jedis.del("price:" + key),
        key -> jedis.exists("price:" + key));
  }

  private static Map<Integer, String> all(
      Set<Integer> keys, Function<String[], List<String>> mget) {
    String[] names = keys.stream().map(key -> "price:" + key).toArray(String[]::new);
    List<String> values = mget.apply(names);
    Map<Integer, String> found = new HashMap<>();
    int at = 0;
    for (Integer key : keys) {
      found.put(key, values.get(at++));
    }
    return found;
  }

  private static UnifiedJedis unified(RedisServer server) {
    return new UnifiedJedis(new PooledConnectionProvider(address(server)), 3, LONG);
  }

  private static HostAndPort address(RedisServer server) {
    return new HostAndPort(server.uri().getHost(), server.uri().getPort());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
