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

/** What an application without a framework gets from Redis, by Jedis, is in the report. */
@Timeout(100)
class RecordedRedisIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.warmup.scenarios.jvm.Jdk#all")
  void theReportTellsHitsOfWarmedKeysAndWhatWasNotInThePlan(Jdk jdk) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("warmup.yaml"),
            """
            version: 1
            strategies-path: %s
            gate: { method: "com.acme.prices.plain.JedisServer#serve" }
            redis-caches: { prices: { prefix: "price:" } }
            strategies:
              PriceList: { ttl: 1h, settings: { count: 40 } }
            report: { folder: %s, keys: plain }
            """
                .formatted(Artifacts.priceStrategies(), folder));
    try (Redis redis = Redis.start();
        JedisInstance shop = JedisInstance.start(jdk, config, redis)) {
      shop.client().awaitOpen(shop.process());
      assertThat(shop.warmed()).isEqualTo(40);
      shop.client().get("/prices/p7");
      shop.client().get("/prices/p7");
      shop.client().get("/prices/p8");
      shop.client().get("/prices/new");
      shop.client().get("/prices/new");

      shop.process().terminate();
      shop.process().await("report: ");
    }
    String report = Files.readString(folder.resolve("latest.json")).replaceAll("\\s", "");
    assertThat(report.split("\"cache\":\"prices\",\"kind\":\"redisjedis\"")[1])
        .contains("\"hits\":4,\"misses\":1,")
        .contains("\"missesAvoided\":2,")
        .contains("\"fates\":{\"used\":2,\"unread\":38,\"evictedUnread\":0")
        .contains("\"key\":\"new\"");
  }
}
