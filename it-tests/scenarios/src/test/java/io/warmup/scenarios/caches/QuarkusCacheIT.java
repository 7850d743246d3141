package io.warmup.scenarios.caches;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.cached.QuarkusPrices;
import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import io.warmup.scenarios.jvm.StrategyJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quarkus Cache with Caffeine: {@code @CacheResult} and by hand, on each version. */
@Timeout(120)
class QuarkusCacheIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"quarkus-cache-2.16, false", "quarkus-cache-3.8, false", "quarkus-cache, true"})
  void aWarmedKeyNeverAsksTheSourceWhateverTheKeyIsMadeOf(String app, boolean newestJdk)
      throws IOException {
    Path config = everyFormOfKey();
    Http client = Http.onFreePort();
    try (JavaProcess process = start(app, newestJdk, config, client)) {
      client.awaitOpen(process);
      whatWasWarmedNeverAsksTheSource(process, client);

      client.get("/prices/cold");
      client.get("/prices/cold");
      client.get("/offers/p1/4");
      client.get("/stock/cold");
      client.get("/reviews/cold");
      assertThat(client.get("/loads")).isEqualTo("4");
      endOfWindow(process);
    }
    String report = report();
    assertThat(of("prices", report))
        .contains(
            "\"hits\":21,\"misses\":1,", "\"missesAvoided\":10,", "\"used\":10,\"unread\":10,");
    assertThat(of("offers", report))
        .contains(
            "\"hits\":10,\"misses\":1,", "\"missesAvoided\":10,", "\"used\":10,\"unread\":10,");
    assertThat(of("currencies", report))
        .contains("\"hits\":1,\"misses\":0,", "\"missesAvoided\":1,", "\"used\":1,\"unread\":0,");
    assertThat(of("reviews", report))
        .contains(
            "\"hits\":10,\"misses\":1,", "\"missesAvoided\":10,", "\"used\":10,\"unread\":10,");
    assertThat(of("stock", report))
        .contains(
            "\"hits\":10,\"misses\":1,", "\"missesAvoided\":10,", "\"used\":10,\"unread\":10,");
  }

  @Test
  void soIsWhatAStrategyHasTheApplicationCacheItselfOrItsOwnLoaderBrings() throws IOException {
    StrategyJar.of(
        folder.resolve("prices.jar"), QuarkusPrices.Visits.class, QuarkusPrices.Ratings.class);
    Path config = config("");
    Http client = Http.onFreePort();
    try (JavaProcess process = start("quarkus-cache", false, config, client)) {
      client.awaitOpen(process);
      assertThat(process.output())
          .contains("Visits → offers, prices: 20 warmed")
          .as("its loader runs in a request, and what it throws arrives as it is")
          .contains("Ratings → ratings: 20 warmed, 1 failed")
          .contains("IllegalArgumentException: no product.");
      assertThat(client.get("/ratings/p1")).endsWith("of 5, loads 23");
      assertThat(client.get("/loads")).as("the warm-up's own").isEqualTo("40");
      client.get("/prices/p1");
      client.get("/prices/p1");
      client.get("/offers/p1/3");
      assertThat(client.get("/loads")).isEqualTo("40");
      endOfWindow(process);
    }
    assertThat(of("prices", report()))
        .contains("\"hits\":2,\"misses\":0,", "\"missesAvoided\":1,", "\"used\":1,\"unread\":19,");
    assertThat(of("offers", report()))
        .contains("\"hits\":1,\"misses\":0,", "\"missesAvoided\":1,", "\"used\":1,\"unread\":19,");
  }

  @Test
  void inRedisTheApplicationReadsBackWhatWasWarmedUnderItsOwnPrefix() throws IOException {
    Path config = everyFormOfKey();
    Http client = Http.onFreePort();
    try (Redis redis = Redis.start();
        JavaProcess process =
            start(
                "quarkus-cache-redis",
                false,
                config,
                client,
                "-Dquarkus.redis.hosts=redis://127.0.0.1:" + redis.port())) {
      client.awaitOpen(process);
      whatWasWarmedNeverAsksTheSource(process, client);
      client.get("/prices/cold");
      client.get("/prices/cold");
      client.get("/reviews/cold");
      assertThat(client.get("/loads")).isEqualTo("2");
      endOfWindow(process);
    }
    String report = report();
    assertThat(of("prices", report))
        .contains(
            "\"hits\":21,\"misses\":1,", "\"missesAvoided\":10,", "\"used\":10,\"unread\":10,");
    assertThat(of("offers", report)).contains("\"hits\":10,\"misses\":0,", "\"missesAvoided\":10,");
    assertThat(of("currencies", report)).contains("\"hits\":1,\"misses\":0,");
    assertThat(of("reviews", report)).contains("\"hits\":10,\"misses\":1,");
    assertThat(of("stock", report)).contains("\"hits\":10,\"misses\":0,");
  }

  private Path everyFormOfKey() throws IOException {
    StrategyJar.of(
        folder.resolve("prices.jar"),
        QuarkusPrices.Prices.class,
        QuarkusPrices.Offers.class,
        QuarkusPrices.Currencies.class,
        QuarkusPrices.Reviews.class,
        QuarkusPrices.Stock.class);
    return config("");
  }

  private static void whatWasWarmedNeverAsksTheSource(JavaProcess process, Http client) {
    assertThat(process.output())
        .contains("Prices → prices: 20 warmed", "Offers → offers: 20 warmed")
        .contains("Currencies → currencies: 1 warmed", "Reviews → reviews: 20 warmed")
        .contains("Stock → stock: 20 warmed");
    for (int product = 0; product < 10; product++) {
      client.get("/prices/p" + product);
      client.get("/prices/p" + product);
      client.get("/offers/p" + product + "/3");
      client.get("/stock/p" + product);
      assertThat(client.get("/reviews/p" + product)).startsWith("fine at ");
    }
    assertThat(client.get("/currencies")).isEqualTo("EUR CHF");
    assertThat(client.get("/loads")).as("none for what was warmed").isEqualTo("0");
  }

  private JavaProcess start(
      String app, boolean newestJdk, Path config, Http client, String... options) {
    return JavaProcess.on(newestJdk ? Jdk.newest() : Jdk.running())
        .agent(config)
        .options("-Dquarkus.http.port=" + client.port())
        .options(options)
        .jar(Artifacts.app(app, "quarkus-app/quarkus-run.jar"))
        .folder(folder)
        .start();
  }

  private Path config(String mode) throws IOException {
    return Files.writeString(
        folder.resolve("warmup.yaml"),
        """
        version: 1
        strategies-path: prices.jar
        caches: { ratings: Ratings.byProduct }
        report: { folder: %s }
        %s
        """
            .formatted(folder.resolve("report"), mode));
  }

  /** A change of mode ends it, with its report. */
  private void endOfWindow(JavaProcess process) throws IOException {
    config("mode: observe");
    process.await("\\[warmup\\] report: ");
  }

  private String report() throws IOException {
    return Files.readString(folder.resolve("report/latest.json")).replaceAll("\\s", "");
  }

  private static String of(String cache, String report) {
    return report.split("\"cache\":\"" + cache + "\",\"kind\"")[1];
  }
}
