package io.warmup.scenarios.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.visits.CategoryVisits;
import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import io.warmup.scenarios.jvm.StrategyJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A strategy that names no cache calls what is {@code @Cacheable}, and that is warmed. */
@Timeout(120)
class SelfFilledCacheIT {

  private static final int ENOUGH_FOR_A_VERDICT = 100;

  @TempDir private Path folder;

  @Test
  void theFirstRequestIsAHitAndTheVerdictKnowsIt() throws IOException {
    StrategyJar.of(folder.resolve("visits.jar"), CategoryVisits.class);
    String text =
        """
        version: 1
        strategies-path: visits.jar
        report: { folder: %s }
        """
            .formatted(folder.resolve("report"));
    Path config = Files.writeString(folder.resolve("warmup.yaml"), text);
    try (Shop shop = Shop.warmedBy(config, Jdk.newest())) {
      shop.awaitOpen();
      assertThat(shop.process().output()).contains("CategoryVisits → categories: 20 warmed");
      long loaded = shop.queries("category");

      for (int i = 0; i < ENOUGH_FOR_A_VERDICT; i++) {
        shop.client().get("/categories/" + (i % 18 + 1));
      }
      assertThat(shop.queries("category")).as("single category look-ups").isEqualTo(loaded);
      shop.client().get("/categories/21");

      assertThat(said("status", shop))
          .containsPattern("CategoryVisits +categories +0 +20 +20")
          .containsPattern("categories +caffeine +21 ");
      assertThat(said("plan", shop)).containsPattern("CategoryVisits +by the application +any");

      // Ends the window.
      Files.writeString(config, text + "mode: observe\n");
      shop.process()
          .await(
              "\\[warmup\\].*categories: warm-up avoided 18 misses .*90 % of the warmed keys were used;"
                  + " 1 miss was not in the plan");
      shop.process().await("\\[warmup\\].*report");
    }
    String report = Files.readString(folder.resolve("report/latest.json"));
    String categories = report.replaceAll("\\s", "").split("\"cache\":\"categories\",\"kind\"")[1];
    assertThat(categories)
        .contains("\"hits\":100,\"misses\":1,")
        .contains("\"missesAvoided\":18,")
        .contains("\"fates\":{\"used\":18,\"unread\":2,\"evictedUnread\":0");
  }

  private static String said(String command, Shop shop) {
    String pid = String.valueOf(shop.process().pid());
    try (JavaProcess tool =
        JavaProcess.on(Jdk.running()).jar(Artifacts.agent(), command, pid).start()) {
      tool.exitCode();
      return tool.output();
    }
  }
}
