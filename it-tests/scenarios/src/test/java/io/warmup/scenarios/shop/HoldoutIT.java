package io.warmup.scenarios.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half of the shop's best sellers stay cold, and the first visitors tell the difference. */
class HoldoutIT {

  /** One in ten of them is a best seller. */
  private static final int VISITS = 1_500;

  @TempDir private Path folder;

  @Test
  void reportsWhatWarmingAddedToTheFirstReads() throws IOException {
    Path config = config("10m");
    try (Shop shop = Shop.warmedBy(config, Jdk.running())) {
      shop.awaitOpen();
      shop.process().await("HotProducts → products: [\\d,]+ warmed, [\\d,]+ left cold");
      shop.client().get("/products/" + Shop.BEST_SELLER);
      assertThat(shop.queries("product")).as("an exempt key is warm").isZero();
      for (int product = 1; product <= VISITS; product++) {
        shop.client().get("/products/" + product);
      }
      config("1s");
      shop.process()
          .await(
              "products: first reads met 100.0 % of [\\d,]+ warmed keys and 0.0 % of [\\d,]+ held-out"
                  + " keys in the cache: the warm-up added 100.0 points \\(95 % interval"
                  + " \\d\\d\\.\\d to 100.0\\)");
      shop.process().await("report: ");
    }
    String report = Files.readString(folder.resolve("report/latest.json"));
    String products = report.replaceAll("\\s", "").split("\"cache\":\"products\",\"kind\"")[1];
    Matcher holdout =
        Pattern.compile(
                "\"holdout\":\\{\"warmed\":\\{\"keys\":\\d+,\"touched\":(\\d+),\"hits\":(\\d+),.*?"
                    + "\"heldOut\":\\{\"keys\":(\\d+),\"touched\":(\\d+),\"hits\":(\\d+),.*?"
                    + "\"uplift\":1.0,\"low\":0\\.(\\d+)")
            .matcher(products);
    assertThat(holdout.find()).as(products).isTrue();
    assertThat(Integer.parseInt(holdout.group(1))).as("warmed, read").isGreaterThan(50);
    assertThat(holdout.group(2)).as("all of them hits").isEqualTo(holdout.group(1));
    assertThat(Integer.parseInt(holdout.group(3))).as("held out").isBetween(2_300, 2_700);
    assertThat(Integer.parseInt(holdout.group(4))).as("held out, read").isGreaterThan(50);
    assertThat(holdout.group(5)).as("none of them a hit").isEqualTo("0");
    assertThat(holdout.group(6)).as("the interval's lower end").startsWith("9");
    assertThat(Files.readString(folder.resolve("report/latest.html"))).contains("Holdout: first");
  }

  private Path config(String window) {
    return Shop.config(
        folder,
        "rollout: { holdout: 50%, key: shop-1, holdout-except: ['7920'] }\n"
            + "observe: { interval: 1s, window: "
            + window
            + " }");
  }
}
