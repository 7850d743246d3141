package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.GetExArgs;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.libraries.RedisServer;
import io.warmup.agent.integration.trace.CacheUnderTest;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.WarmedFates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an application gets by Lettuce of keys that the file lists. */
@SuppressWarnings("deprecation") // commands that Redis has replaced, and applications use
class LettuceRecordingTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private static final List<Way> WAYS =
      List.of(
          connection -> cache(connection.sync()),
          connection -> cache(connection.async()),
          connection -> cache(connection.reactive()));

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void eachGetIsCountedOnce() throws Exception {
    for (Way way : WAYS) {
      connected(
          (clients, server, connection) -> {
            try (RecordedRedis prices = new RecordedRedis(clients, way.through(connection))) {
              prices.isRecordedExactly();
            }
          });
    }
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void whatACallOfTheApplicationPutsIsWarmed() throws Exception {
    for (Way way : WAYS) {
      connected(
          (clients, server, connection) -> {
            try (RecordedRedis prices = new RecordedRedis(clients, way.through(connection))) {
              prices.isFilledByTheApplication();
            }
          });
    }
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void eachGetOfAClusterIsCountedOnce() throws Exception {
    try (RedisServer server = RedisServer.startCluster();
        Clients clients = new Clients()) {
      RedisClusterClient client = RedisClusterClient.create(server.uri().toString());
      try (var connection = client.connect();
          RecordedRedis prices = new RecordedRedis(clients, cache(connection.sync()))) {
        prices.isRecordedExactly();
      } finally {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
      }
    }
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void whatElseReadsIsAGetTooAndWhatDoesNotIsNone() throws Exception {
    connected(
        (clients, server, connection) -> {
          RedisCommands<String, String> redis = connection.sync();
          try (RecordedRedis prices = new RecordedRedis(clients, cache(redis))) {
            prices.open();
            redis.set("price:1", "one");
            redis.set("other:1", "one");
            redis.lpush("price:list", "no string");

            redis.mget("price:1", "price:1", "other:1", "price:9");
            redis.mget((key, value) -> {}, "price:1", "price:9");
            redis.getex("price:1", GetExArgs.Builder.persist());
            redis.getset("price:1", "two");
            redis.getset("price:2", "two");
            redis.getdel("price:1");
            redis.getdel("price:1");
            prices.counted(6, 4);

            redis.get("other:1");
            redis.get("price");
            redis.exists("price:2");
            redis.strlen("price:2");
            OwnThreads.uncounted(() -> redis.get("price:2")).run();
            OwnThreads.uncounted(() -> redis.mget("price:2")).run();
            assertThat(
                    connection
                        .async()
                        .get("price:list")
                        .handle((value, error) -> error)
                        .toCompletableFuture()
                        .get())
                .isNotNull();
            prices.counted(6, 4);

            redis.multi();
            redis.get("price:2");
            redis.mget("price:2", "price:9");
            prices.counted(6, 4);
            TransactionResult result = redis.exec();
            assertThat((String) result.get(0)).isEqualTo("two");
            prices.counted(8, 5);
            prices.missed("9", "2", "1");
          }
        });
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void anAnswerCountsWhenItIsThere() throws Exception {
    connected(
        (clients, server, connection) -> {
          try (RecordedRedis prices = new RecordedRedis(clients, cache(connection.sync()))) {
            connection.sync().set("price:1", "one");
            prices.open();
            connection.sync().get("price:1");
            server.stall();
            RedisFuture<String> hit = connection.async().get("price:1");
            RedisFuture<String> miss = connection.async().get("price:2");
            prices.counted(1, 0);
            server.goOn();
            assertThat(hit.get()).isEqualTo("one");
            assertThat(miss.get()).isNull();
            prices.counted(2, 1);
          }
        });
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void keysAreWhatTheConnectionsCodecMakesOfThem() throws Exception {
    connected(
        (clients, server, connection) -> {
          try (StatefulRedisConnection<byte[], byte[]> raw =
                  clients.newest(RedisClient.class).connect(ByteArrayCodec.INSTANCE);
              RecordedRedis prices = new RecordedRedis(clients, cache(connection.sync()))) {
            prices.warm(1, LONG);
            prices.open();
            raw.sync().get("price:1".getBytes(StandardCharsets.UTF_8));
            raw.sync().get("other:1".getBytes(StandardCharsets.UTF_8));
            prices.counted(1, 0);
            assertThat(prices.seen().fates()).isEqualTo(new WarmedFates(1, 0, 0, 0, 0));
          }
        });
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void aWarmedKeyEndsAsTheApplicationLeavesIt() throws Exception {
    connected(
        (clients, server, connection) -> {
          RedisCommands<String, String> redis = connection.sync();
          try (RecordedRedis prices = new RecordedRedis(clients, cache(redis))) {
            for (int key = 1; key <= 11; key++) {
              prices.warm(key, key == 11 ? Duration.ofMillis(1) : LONG);
            }
            prices.open();

            assertThat(redis.getdel("price:1")).as("used").isEqualTo("warmed");
            assertThat(redis.getset("price:2", "app's")).as("used").isEqualTo("warmed");
            redis.set("price:3", "app's");
            redis.setex("price:4", 100, "app's");
            redis.del("price:5", "other:5", "price:6");
            redis.unlink("price:7");
            redis.mset(Map.of("price:8", "price:10", "other:8", "price:10"));
            redis.setnx("price:9", "changes nothing");
            redis.set("price:9", "changes nothing", SetArgs.Builder.nx());
            while (redis.exists("price:11") == 1) {
              Thread.onSpinWait();
            }
            assertThat(redis.get("price:11")).as("expired").isNull();

            assertThat(prices.seen().fates()).isEqualTo(new WarmedFates(2, 2, 1, 0, 6));
            redis.get("price:9");
            assertThat(prices.seen().fates()).isEqualTo(new WarmedFates(3, 1, 1, 0, 6));
            redis.flushall();
            assertThat(prices.seen().fates()).isEqualTo(new WarmedFates(3, 0, 1, 0, 7));
            assertThat(prices.seen().warmHits()).isEqualTo(3);
          }
        });
  }

  private interface Way {
    CacheUnderTest through(StatefulRedisConnection<String, String> connection);
  }

  private interface Use {
    void with(
        Clients clients, RedisServer server, StatefulRedisConnection<String, String> connection)
        throws Exception;
  }

  private static void connected(Use use) throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients()) {
      RedisClient client = RedisClient.create(server.uri().toString());
      try (StatefulRedisConnection<String, String> connection = client.connect()) {
        use.with(clients, server, connection);
      } finally {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
      }
    }
  }

  private static CacheUnderTest cache(RedisClusterCommands<String, String> redis) {
    return new CacheUnderTest(
        key -> redis.get("price:" + key),
        keys -> values(redis.mget(names(keys))),
        (key, value) -> redis.set("price:" + key, value),
        key -> redis.del("price:" + key),
        key -> redis.exists("price:" + key) == 1);
  }

  private static CacheUnderTest cache(RedisAsyncCommands<String, String> redis) {
    return new CacheUnderTest(
        key -> answer(redis.get("price:" + key)),
        keys -> values(answer(redis.mget(names(keys)))),
        (key, value) -> answer(redis.set("price:" + key, value)),
        key -> answer(redis.del("price:" + key)),
        key -> answer(redis.exists("price:" + key)) == 1);
  }

  private static CacheUnderTest cache(RedisReactiveCommands<String, String> redis) {
    return new CacheUnderTest(
        key -> redis.get("price:" + key).block(),
        keys -> values(redis.mget(names(keys)).collectList().block()),
        (key, value) -> redis.set("price:" + key, value).block(),
        key -> redis.del("price:" + key).block(),
        key -> redis.exists("price:" + key).block() == 1);
  }

  private static <T> T answer(RedisFuture<T> asked) {
    return asked.toCompletableFuture().join();
  }

  private static String[] names(Set<Integer> keys) {
    return keys.stream().map(key -> "price:" + key).toArray(String[]::new);
  }

  private static Map<Integer, String> values(List<KeyValue<String, String>> answers) {
    Map<Integer, String> values = new HashMap<>();
    for (KeyValue<String, String> each : answers) {
      values.put(
          Integer.valueOf(each.getKey().substring("price:".length())), each.getValueOrElse(null));
    }
    return values;
  }
}
