package io.warmup.agent.integration.redis;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.RedisCache.Serializer;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.integration.libraries.NoBeans;
import io.warmup.agent.log.Log;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyBinding;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.WarmupService;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * One instance of an application whose instances share a cache: a JVM of its own. Each load is
 * counted in Redis, and then takes a millisecond.
 */
@SuppressWarnings("deprecation") // since Jedis 8; all that Jedis 5 has
final class FleetInstance {

  /** Counts the loads of all instances. */
  static final String LOADS = "loads";

  private FleetInstance() {}

  /** Arguments: the server, how many keys, what the instance is called. Prints how it ended. */
  public static void main(String[] arguments) throws Exception {
    try (UnifiedJedis redis = client(URI.create(arguments[0]))) {
      CacheHolders holders = new CacheHolders();
      holders.made(redis);
      Products products = new Products(redis, Integer.parseInt(arguments[1]), arguments[2]);
      StrategyResult result = warmed(holders, products);
      System.out.println(result.outcome() + " " + result.stats().warmed() + " " + result.note());
    }
  }

  static UnifiedJedis client(URI server) {
    HostAndPort address = new HostAndPort(server.getHost(), server.getPort());
    return new UnifiedJedis(new PooledConnectionProvider(address), 1, Duration.ofSeconds(5));
  }

  private static StrategyResult warmed(CacheHolders holders, Products products) throws Exception {
    RedisCaches caches =
        new RedisCaches(
            holders,
            Map.of("products", new RedisCache("product:", Serializer.STRING)),
            new NoBeans(),
            new Log());
    StrategyBinding binding =
        new StrategyBinding(
            products,
            config(),
            FleetInstance.class.getClassLoader(),
            UnaryOperator.identity(),
            caches::find,
            UnaryOperator.identity(),
            () -> new RedisClaims(holders, "shop"));
    try (WarmupService service =
        new WarmupService(List.of(binding), new RunObserver() {}, List.of())) {
      Run run = service.start(Trigger.START_UP);
      run.await(Duration.ofMinutes(2));
      return run.result().orElseThrow().strategies().get(0);
    }
  }

  private static StrategyConfig config() {
    return new StrategyConfig(
        true,
        null,
        new Concurrency.Fixed(4),
        10,
        0,
        0,
        0,
        null,
        Duration.ofSeconds(5),
        Duration.ofHours(1),
        0.1,
        null,
        List.of(),
        false,
        0,
        List.of(),
        null,
        5,
        StrategyConfig.Scope.FLEET,
        Settings.of(Map.of()));
  }

  private record Products(UnifiedJedis redis, int keys, String instance)
      implements CacheWarmupStrategy<Long, String> {

    @Override
    public Stream<Long> getKeysToWarmup() {
      return LongStream.range(0, keys).boxed();
    }

    @Override
    public String loadData(Long id) throws InterruptedException {
      redis.hincrBy(LOADS, instance, 1);
      Thread.sleep(1);
      return "value " + id;
    }

    @Override
    public String getCacheName() {
      return "products";
    }
  }
}
