package io.warmup.scenarios.caches;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances that share a cache in Redis: an application with Jedis and no other client. */
@Timeout(100)
class SharedRedisIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.warmup.scenarios.jvm.Jdk#all")
  void twoInstancesWarmItOnceBetweenThemAndAThirdFindsItWarm(Jdk jdk) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("warmup.yaml"),
            """
            version: 1
            strategies-path: %s
            gate: { method: "com.acme.prices.plain.JedisServer#serve" }
            redis-caches: { prices: { prefix: "price:" } }
            strategies:
              PriceList: { scope: fleet, ttl: 1h, settings: { count: 600 } }
            report: { folder: %s }
            """
                .formatted(Artifacts.priceStrategies(), folder.resolve("report")));
    try (Redis redis = Redis.start();
        JedisInstance one = JedisInstance.start(jdk, config, redis);
        JedisInstance other = JedisInstance.start(jdk, config, redis)) {
      one.client().awaitOpen(one.process());
      other.client().awaitOpen(other.process());

      assertThat(one.warmed() + other.warmed()).isEqualTo(600);
      for (JedisInstance instance : new JedisInstance[] {one, other}) {
        assertThat(instance.client().get("/prices/p0")).endsWith("misses 0");
        assertThat(instance.client().get("/prices/p599")).endsWith("misses 0");
        assertThat(instance.client().get("/prices/p600")).contains("costs");
      }

      try (JedisInstance late = JedisInstance.start(jdk, config, redis)) {
        late.client().awaitOpen(late.process());
        assertThat(late.warmed()).isZero();
        assertThat(late.process().output()).contains("fleet: 0 of 12 segments warmed here");
        assertThat(late.client().get("/prices/p300")).endsWith("misses 0");
      }
    }
  }
}
