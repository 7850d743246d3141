package io.warmup.scenarios.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.warmup.scenarios.jvm.Browser;
import io.warmup.scenarios.jvm.Browser.Layout;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of a real run as a browser lays them out: the live one while the shop warms, and the
 * report once visitors have been there. Pictures go to {@code target/pictures}; {@code
 * -Dwarmup.pictures=../pictures} renews the project's own. Only then are they taken in the dark
 * too. Skipped where there is no Chromium.
 */
@Timeout(180)
class PageIT {

  private static final Path PICTURES =
      Path.of(System.getProperty("warmup.pictures", "target/pictures"));

  /** Pictures show so much of a page, in pixels: the beginning says what it is. */
  private static final int OF_REPORT = 2_400;

  private static final int OF_LIVE_PAGE = 800;

  private static final int[] WIDTHS = {1280, 390};

  @TempDir private Path folder;

  @Test
  void nothingOverflowsOrOverlapsWhileItWarmsAndAfterwards() throws Exception {
    Optional<Browser> found = Browser.onThisMachine(folder);
    assumeTrue(found.isPresent(), "no Chromium on the PATH");
    Browser browser = found.get();
    Http page = Http.onFreePort();
    Path config =
        Shop.config(
            folder,
            "observe: { window: 8s, interval: 1s }\nstrategies: { HotProducts: { rate: 1000/s } }");
    String warming;
    JavaProcess.Builder jvm =
        JavaProcess.on(Jdk.running())
            .options("-Dwarmup.report.http=127.0.0.1:" + page.port())
            .agent(config);
    try (Shop shop = Shop.start(jvm)) {
      page.awaitOpen(shop.process());
      warming = halfWay(page);
      shop.awaitOpen();
      visit(shop);
    }
    String report = Files.readString(folder.resolve("report/latest.html"));

    assertThat(warming).contains("HotProducts → products", "Stop the run");
    assertThat(report).contains("The warm-up avoided", "traffic opened");
    for (int width : WIDTHS) {
      check(browser, "live", warming, width, OF_LIVE_PAGE);
      check(browser, "report", report, width, OF_REPORT);
    }
    assertThat(
            browser
                .layout(
                    report.replace(
                        "<main>", "<main><p>under</p><p style='margin-top:-2em'>over</p>"),
                    390)
                .faults())
        .as("a page that is spoilt on purpose")
        .contains("\"under\" overlaps \"over\"");
  }

  /** The live page when some keys are there and some are not; it asks for itself no more. */
  private static String halfWay(Http page) {
    String html = page.get("/");
    while (!html.matches("(?s).*: [1-3],\\d{3}( of 5,000)? keys, .*")) {
      assertThat(html).doesNotContain(": 5,000 of 5,000 keys");
      LockSupport.parkNanos(50_000_000);
      html = page.get("/");
    }
    assertThat(html).contains("http-equiv=\"refresh\"");
    return html.replace("http-equiv=\"refresh\"", "name=\"refresh\"");
  }

  /** Visitors who like best what sells best, until the window is over. */
  private static void visit(Shop shop) {
    SplittableRandom random = new SplittableRandom(11);
    while (!shop.process().output().contains("[warmup] report: ")) {
      double dice = random.nextDouble();
      shop.client()
          .get(
              dice < 0.8
                  ? "/products/" + (zipf(random, 50_000) * 7_919L % 50_000 + 1)
                  : dice < 0.95
                      ? "/categories/" + zipf(random, 1_110)
                      : "/recommendations/homepage");
    }
  }

  private static int zipf(SplittableRandom random, int n) {
    return (int) Math.pow(n, random.nextDouble());
  }

  private static void check(Browser browser, String name, String html, int width, int shown)
      throws Exception {
    Layout layout = browser.layout(html, width);
    assertThat(layout.texts()).isGreaterThan(40);
    assertThat(layout.faults()).as("%s at %d px", name, width).isEmpty();
    String picture = name + "-" + width;
    int height = Math.min(layout.height(), shown);
    browser.picture(html, width, height, false, PICTURES.resolve(picture + ".png"));
    if (System.getProperty("warmup.pictures") != null) {
      browser.picture(html, width, height, true, PICTURES.resolve(picture + "-dark.png"));
    }
  }
}
