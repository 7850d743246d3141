package io.warmup.scenarios.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsWhatItWasWorthOnceTheWindowIsOver(Jdk jdk) throws IOException {
    Path config = Shop.config(folder, "observe: { window: 6s, interval: 1s }");
    Duration ofTheProcess;
    try (Shop shop = Shop.warmedBy(config, jdk)) {
      shop.awaitOpen();
      shop.client().get("/products/" + Shop.BEST_SELLER);
      shop.client().get("/products/" + Shop.BEST_SELLER);
      shop.client().get("/products/1");
      shop.process().await("\\[warmup\\].*products: ");
      shop.process().await("\\[warmup\\].*report");
      ofTheProcess = processorTime(shop.process().pid());
    }
    String report = Files.readString(folder.resolve("report/latest.json"));
    String products = report.replaceAll("\\s", "").split("\"cache\":\"products\",\"kind\"")[1];
    assertThat(products)
        .contains("\"hits\":2,\"misses\":1,")
        .contains("\"missesAvoided\":1,")
        .contains("\"fates\":{\"used\":1,\"unread\":4999,");
    assertThat(number(report, "cpuSeconds")).isBetween(0.05, ofTheProcess.toMillis() / 1000.0);
    assertThat(report).contains("\"cpuWithLoads\":" + (jdk.release() < 24));
    assertThat(number(report, "bytes")).as("held by the recorder").isBetween(5e3, 1e6);
  }

  private static Duration processorTime(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(shop -> shop.info().totalCpuDuration())
        .orElse(Duration.ofHours(1));
  }

  private static double number(String report, String member) {
    Matcher value = Pattern.compile("\"" + member + "\":([\\d.]+)").matcher(report);
    assertThat(value.find()).as(member).isTrue();
    return Double.parseDouble(value.group(1));
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
