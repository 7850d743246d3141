package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.Gate;
import io.warmup.agent.config.HeapLimit;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.ReportConfig;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.WarmupConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says is what the parts get. */
class WrittenFileTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void operator() {
    operator = new Operator(folder);
  }

  @Test
  void everyKeyReachesTheRecords() {
    WarmupConfig config =
        operator
            .file(
                """
                version: 1
                mode: observe
                strategies-path: strategies
                heap-limit: 2GB
                caches: { products: Repo.usersById }
                redis-caches:
                  prices: { prefix: "price:", serializer: json }
                gate:
                  hold: readiness
                  timeout: 1m30s
                  on-failure: fail
                  method: com.acme.Server#start
                  phase: enter
                  when-bean: shop
                defaults: { concurrency: 10, batch-size: 50, ttl: 1h, ttl-jitter: 10%, retries: 3 }
                strategies:
                  HotProducts:
                    cache: products
                    concurrency: 20
                    rate: 500/s
                    background-rate: 600/m
                    give-up-after: 7
                    timeout: PT10M
                    load-timeout: 500ms
                    only-missing: true
                    limit: 10_000
                    priority: -5
                    schedule: ["0,30 2 * * *", "every 30m"]
                    time-zone: Europe/Berlin
                    scope: fleet
                    settings: { days: 30, ratio: 0.5, exact: true, name: x, none: null,
                                tags: [a, 1], nested: { deep: "1" } }
                  Categories:
                    enabled: false
                    concurrency: adaptive
                    after: [HotProducts]
                observe: { window: 5m, interval: 1s, record-prefixes: [com.acme.shaded.] }
                report: { folder: out, http: "0.0.0.0:9465", token-file: token, keys: hash }
                rollout: { percent: 25, holdout: 2.5%, key: me, holdout-except: ["product:*"] }
                """)
            .config();

    assertThat(config.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(config.strategiesPath().path()).isEqualTo(folder.resolve("strategies"));
    assertThat(config.heapLimit()).isEqualTo(new HeapLimit.Size(2L << 30));
    assertThat(config.caches()).isEqualTo(Map.of("products", "Repo.usersById"));
    assertThat(config.redisCaches())
        .isEqualTo(Map.of("prices", new RedisCache("price:", RedisCache.Serializer.JSON)));
    assertThat(config.gate())
        .isEqualTo(
            new Gate(
                Gate.Hold.READINESS,
                Duration.ofSeconds(90),
                Gate.OnFailure.FAIL,
                "com.acme.Server#start",
                Gate.Phase.ENTER,
                "shop"));
    assertThat(config.observe().window()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.observe().recordPrefixes()).containsExactly("com.acme.shaded.");
    assertThat(config.report())
        .isEqualTo(
            new ReportConfig(
                folder.resolve("out"),
                "0.0.0.0:9465",
                folder.resolve("token"),
                ReportConfig.KeyDisplay.HASH));
    assertThat(config.rollout().percent()).isEqualTo(25);
    assertThat(config.rollout().holdout()).isEqualTo(0.025);
    assertThat(config.rollout().key()).isEqualTo("me");
    assertThat(config.rollout().holdoutExcept()).containsExactly("product:*");

    assertThat(config.strategies().keySet()).containsExactly("HotProducts", "Categories");
    StrategyConfig hot = config.strategy("HotProducts");
    assertThat(hot.cache()).isEqualTo("products");
    assertThat(hot.concurrency()).isEqualTo(new Concurrency.Fixed(20));
    assertThat(hot.batchSize()).isEqualTo(50);
    assertThat(hot.rate()).isEqualTo(500);
    assertThat(hot.backgroundRate()).isEqualTo(10);
    assertThat(hot.retries()).isEqualTo(3);
    assertThat(hot.giveUpAfter()).isEqualTo(7);
    assertThat(hot.timeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(hot.loadTimeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(hot.ttl()).isEqualTo(Duration.ofHours(1));
    assertThat(hot.ttlJitter()).isEqualTo(0.1);
    assertThat(hot.onlyMissing()).isTrue();
    assertThat(hot.limit()).isEqualTo(10_000);
    assertThat(hot.priority()).isEqualTo(-5);
    assertThat(hot.schedule()).containsExactly("0,30 2 * * *", "every 30m");
    assertThat(hot.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(hot.scope()).isEqualTo(StrategyConfig.Scope.FLEET);
    assertThat(hot.settings().asMap())
        .containsEntry("days", 30)
        .containsEntry("ratio", 0.5)
        .containsEntry("exact", true)
        .containsEntry("name", "x")
        .containsEntry("none", null)
        .containsEntry("tags", List.of("a", 1))
        .containsEntry("nested", Map.of("deep", "1"));

    StrategyConfig categories = config.strategy("Categories");
    assertThat(categories.enabled()).isFalse();
    assertThat(categories.concurrency()).isEqualTo(new Concurrency.Adaptive());
    assertThat(categories.after()).containsExactly("HotProducts");
    assertThat(config.strategy("NotInTheFile")).isEqualTo(config.defaults());
  }

  @Test
  void withoutAFileTheDefaultsHoldAndOneLineSaysSo() {
    var loaded = operator.loaded();

    assertThat(loaded.config().mode()).isEqualTo(Mode.WARM);
    assertThat(loaded.config().gate().timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(loaded.config().rollout().key()).isEqualTo("shop-1");
    assertThat(loaded.notices())
        .singleElement()
        .asString()
        .contains(folder.resolve("warmup.yaml").toString())
        .contains("-Dwarmup.config")
        .contains("the defaults hold");
  }

  @Test
  void anEmptyFileIsToldAndMeansTheDefaults() {
    var loaded = operator.file("# nothing yet\n").loaded();

    assertThat(loaded.config().mode()).isEqualTo(Mode.WARM);
    assertThat(loaded.notices()).containsExactly("warmup.yaml is empty; the defaults hold.");
  }

  @Test
  void aStrategyMayHaveAnEmptySection() {
    assertThat(operator.file("strategies:\n  HotProducts:\n").config().strategies())
        .containsOnlyKeys("HotProducts");
  }

  @Test
  void whatIsReadStartsFromTheFileAndWhatIsWrittenFromTheWorkingDirectory() {
    WarmupConfig config =
        operator
            .file("etc/shop.yaml", "strategies-path: strategies\nreport: { folder: out }\n")
            .arguments("etc/shop.yaml")
            .config();

    assertThat(config.strategiesPath().path()).isEqualTo(folder.resolve("etc/strategies"));
    assertThat(config.report().folder()).isEqualTo(folder.resolve("out"));
  }

  @Test
  void variablesAreFilledIn() {
    WarmupConfig config =
        operator
            .variable("POD_NAME", "shop-7")
            .variable("EMPTY", "")
            .variable("LIMIT", "50")
            .file(
                """
                rollout: { key: "${POD_NAME}" }
                report:
                  folder: /r/${POD_NAME}/${EMPTY:-x}-${UNSET:-y}
                strategies:
                  A: { settings: { limit: "${LIMIT}", literal: "$${a} $5" } }
                  B:
                    settings:
                      limit: ${LIMIT}
                """)
            .config();

    assertThat(config.rollout().key()).isEqualTo("shop-7");
    assertThat(config.report().folder()).isEqualTo(Path.of("/r/shop-7/x-y"));
    assertThat(config.strategy("A").settings().asMap())
        .containsEntry("limit", "50")
        .containsEntry("literal", "${a} $5");
    assertThat(config.strategy("B").settings().asMap()).containsEntry("limit", 50);
  }
}
