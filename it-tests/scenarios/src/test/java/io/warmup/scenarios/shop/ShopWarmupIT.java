package io.warmup.scenarios.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shop, which has never heard of the agent, warmed before its port opens. */
class ShopWarmupIT {

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void refusesConnectionsUntilWarmAndAnswersTheFirstRequestFromMemory(Jdk jdk) {
    Path config = Shop.config(folder, "observe: { window: 5m, interval: 1s }");
    try (Shop shop = Shop.warmedBy(config, jdk)) {
      shop.awaitOpen();
      assertThat(shop.process().output())
          .contains("HotProducts → products: 5,000 warmed")
          .contains("Categories → categories: 110 warmed")
          .contains("Recommendations → recommendations: 2 warmed");

      assertThat(shop.client().get("/products/" + Shop.BEST_SELLER)).contains("Product 7920");
      assertThat(shop.client().get("/categories/1")).contains("Department 1");
      assertThat(shop.client().get("/recommendations/homepage")).contains("Product");

      assertThat(shop.queries("product")).as("single product look-ups").isZero();
      assertThat(shop.queries("category")).as("single category look-ups").isZero();
      assertThat(shop.queries("recommendations")).as("the warm-up's own two").isEqualTo(2);
      assertThat(shop.process().output()).doesNotContain("WARNING");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsWhatItWasWorthOnceTheWindowIsOver(Jdk jdk) throws IOException {
    Path config = Shop.config(folder, "observe: { window: 6s, interval: 1s }");
    try (Shop shop = Shop.warmedBy(config, jdk)) {
      shop.awaitOpen();
      shop.client().get("/products/" + Shop.BEST_SELLER);
      shop.client().get("/products/" + Shop.BEST_SELLER);
      shop.client().get("/products/1");
      shop.process().await("\\[warmup\\].*products: ");
      shop.process().await("\\[warmup\\].*report");
    }
    String report = Files.readString(folder.resolve("report/latest.json"));
    String products = report.replaceAll("\\s", "").split("\"cache\":\"products\",\"kind\"")[1];
    assertThat(products)
        .contains("\"hits\":2,\"misses\":1,")
        .contains("\"missesAvoided\":1,")
        .contains("\"fates\":{\"used\":1,\"unread\":4999,");
  }

  /** A framework makes them at their first use: whoever compares two reports has to find them. */
  @Test
  void aControlGroupCallsItsCachesAsTheWarmedOnesDo() throws IOException {
    Path config = Shop.config(folder, "mode: observe\nobserve: { window: 3s, interval: 1s }");
    try (Shop shop = Shop.warmedBy(config, Jdk.running())) {
      shop.awaitOpen();
      shop.client().get("/products/1");
      shop.client().get("/categories/1");
      shop.process().await("\\[warmup\\].*report: ");
    }
    assertThat(Files.readString(folder.resolve("report/latest.json")).replaceAll("\\s", ""))
        .contains("\"application\":\"shop\"", "\"cache\":\"products\"", "\"cache\":\"categories\"");
  }
}
