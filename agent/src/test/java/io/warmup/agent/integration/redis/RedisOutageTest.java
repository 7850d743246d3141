package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.RedisCache.Serializer;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.libraries.RedisServer;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyBinding;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.agent.warmer.WarmupService;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** Redis dies, hangs and comes back in the middle of a warm-up: the run ends, and says so. */
@SuppressWarnings({
  "deprecation",
  "try"
}) // a constructor all versions of Jedis have; clients are noticed, not used
class RedisOutageTest {

  private static final int KEYS = 200;
  private static final int TROUBLE_AT = 50;

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void killedInTheMiddle() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        UnifiedJedis redis = jedis(server)) {
      StrategyResult result = warmed(clients, server::kill);

      assertThat(result.outcome()).isEqualTo(Outcome.GIVEN_UP);
      assertThat(result.stats().warmed()).isLessThanOrEqualTo(TROUBLE_AT);
      assertThat(result.note()).contains("5 loads in a row failed").contains("cache products");
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void restartedInTheMiddleTheRestIsWarmed() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        UnifiedJedis redis = jedis(server)) {
      StrategyResult result =
          warmed(
              clients,
              () -> {
                server.kill();
                server.start();
              });

      assertThat(result.outcome()).isEqualTo(Outcome.DONE);
      assertThat(result.stats().warmed() + result.stats().failed()).isEqualTo(KEYS);
      assertThat(result.stats().failed()).as("by connections that were cut").isLessThan(5);
      assertThat(redis.get("product:" + (KEYS - 1))).isEqualTo("value " + (KEYS - 1));
    }
  }

  @EachVersion(of = "jedis", packages = "redis.clients.jedis.")
  void stalledItIsGivenUpAndNothingHangs() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients();
        UnifiedJedis redis = jedis(server)) {
      StrategyResult result = warmed(clients, server::stall);

      assertThat(result.outcome()).isEqualTo(Outcome.GIVEN_UP);
      assertThat(result.stats().warmed()).isLessThanOrEqualTo(TROUBLE_AT);
      server.goOn();
    }
  }

  @EachVersion(of = "lettuce", packages = "io.lettuce.", copied = "io.netty.")
  void byLettuceWhatWasGivenUpIsNotWrittenWhenRedisComesBack() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        Clients clients = new Clients()) {
      RedisClient client = RedisClient.create(server.uri().toString());
      try (StatefulRedisConnection<String, String> connection = client.connect()) {
        StrategyResult result = warmed(clients, server::kill);
        assertThat(result.outcome()).isEqualTo(Outcome.GIVEN_UP);

        server.start();
        assertThat(client.connect().sync().dbsize()).isZero();
        connection.setTimeout(Duration.ofSeconds(30));
        assertThat(connection.sync().ping()).isEqualTo("PONG");
        assertThat(connection.sync().dbsize()).isZero();
      } finally {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
      }
    }
  }

  private static UnifiedJedis jedis(RedisServer server) {
    HostAndPort address = new HostAndPort(server.uri().getHost(), server.uri().getPort());
    return new UnifiedJedis(new PooledConnectionProvider(address), 1, Duration.ofSeconds(5));
  }

  /** A run whose fiftieth load is when it happens. */
  private static StrategyResult warmed(Clients clients, Trouble trouble) throws Exception {
    CacheSource caches =
        clients.sources(Map.of("products", new RedisCache("product:", Serializer.STRING)));
    StrategyBinding binding =
        new StrategyBinding(
            new Products(trouble),
            config(),
            RedisOutageTest.class.getClassLoader(),
            UnaryOperator.identity(),
            caches::find);
    try (WarmupService service =
        new WarmupService(List.of(binding), new RunObserver() {}, List.of())) {
      Run run = service.start(Trigger.START_UP);
      assertThat(run.await(Duration.ofMinutes(1))).as("ended").isTrue();
      return run.result().orElseThrow().strategies().get(0);
    }
  }

  private static StrategyConfig config() {
    return new StrategyConfig(
        true,
        null,
        new Concurrency.Fixed(1),
        10,
        0,
        0,
        0,
        null,
        Duration.ofMillis(500),
        Duration.ofMinutes(5),
        0.1,
        null,
        List.of(),
        false,
        0,
        List.of(),
        null,
        5,
        StrategyConfig.Scope.INSTANCE,
        Settings.of(Map.of()));
  }

  private interface Trouble {
    void happens() throws Exception;
  }

  private record Products(Trouble trouble) implements CacheWarmupStrategy<Long, String> {

    @Override
    public Stream<Long> getKeysToWarmup() {
      return LongStream.range(0, KEYS).boxed();
    }

    @Override
    public String loadData(Long id) throws Exception {
      if (id == TROUBLE_AT) {
        trouble.happens();
      }
      return "value " + id;
    }

    @Override
    public String getCacheName() {
      return "products";
    }
  }
}
