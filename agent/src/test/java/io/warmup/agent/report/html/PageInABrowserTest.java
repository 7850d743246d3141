package io.warmup.agent.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.warmup.agent.config.Mode;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.model.WarmupReport;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page as a browser lays it out; skipped where there is none. Pictures go to target/pictures.
 */
class PageInABrowserTest {

  private static final Path PICTURES = Path.of("target/pictures");

  private static final Pattern FAULTS =
      Pattern.compile(
          "<pre id=\"faults\">checked (\\d+) texts, height (\\d+)\n(.*?)</pre>", Pattern.DOTALL);

  @TempDir Path temp;
  private Browser browser;

  @BeforeEach
  void findBrowser() {
    Optional<Browser> found = Browser.onThisMachine(temp);
    assumeTrue(found.isPresent(), "no Chromium on the PATH");
    browser = found.orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void nothingOverflowsOrOverlaps(int width) throws Exception {
    int height = check("warmed", Shop.warmed(), width);

    picture("report-" + width, Shop.warmed(), width, height, false);
    picture("report-" + width + "-dark", Shop.warmed(), width, height, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void neitherInTheControlGroupNorWithNastyNames(int width) throws Exception {
    check("control", Shop.control(), width);
    check("empty", Shop.report(Mode.WARM, List.of(), List.of()), width);
    picture("nasty-" + width, Shop.nasty(), width, check("nasty", Shop.nasty(), width), false);
  }

  @Test
  void seesWhatIsWrong() throws Exception {
    String wide = "<p style='width:500px'>wide</p>";
    String overlapping = "<p>under</p><p style='margin-top:-2em'>over</p>";
    Matcher result =
        FAULTS.matcher(
            browser.dom(framed("faulty", "<main>" + wide + overlapping + "</main>", 390, 400)));

    assertThat(result.find()).isTrue();
    assertThat(result.group(3))
        .contains("P. \"wide\" sticks out")
        .contains("\"under\" overlaps \"over\"");
  }

  /** The page's height, once nothing is wrong with it. */
  private int check(String name, WarmupReport report, int width) throws Exception {
    Matcher result =
        FAULTS.matcher(browser.dom(framed(name, HtmlReport.render(report), width, 4_000)));
    assertThat(result.find()).as("the check has run").isTrue();
    assertThat(Integer.parseInt(result.group(1))).isGreaterThan(10);
    assertThat(result.group(3)).as("%s at %d px", name, width).isEmpty();
    return Integer.parseInt(result.group(2));
  }

  private void picture(String name, WarmupReport report, int width, int height, boolean dark)
      throws Exception {
    Path picture = PICTURES.resolve(name + ".png");
    browser.picture(
        framed(name, HtmlReport.render(report), width, height), picture, width, height, dark);
    assertThat(picture).isNotEmptyFile();
  }

  /** The page in a frame: a browser window itself cannot be as narrow as a telephone. */
  private Path framed(String name, String html, int width, int height) throws Exception {
    String page = html.replace("&", "&amp;").replace("\"", "&quot;");
    String frame =
        resource("layout-check.html")
            .replace("WIDTH", Integer.toString(width))
            .replace("HEIGHT", Integer.toString(height))
            .replace("PAGE", page);
    return Files.writeString(temp.resolve(name + "-" + width + ".html"), frame);
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = PageInABrowserTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
