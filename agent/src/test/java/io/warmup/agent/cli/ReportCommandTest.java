package io.warmup.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.html.HtmlReport;
import io.warmup.agent.report.json.ReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  @TempDir private Path folder;
  private Path latest;

  @BeforeEach
  void write() throws Exception {
    latest = Files.writeString(folder.resolve("latest.json"), ReportJson.write(Shop.warmed()));
  }

  @Test
  void showsATableAndTheVerdictsInPlainLines() {
    Shell shell = Shell.run("report", latest);

    assertThat(shell.exit()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .startsWith("shop.jar on shop-7d9f, pid 4711, warm, written 2026-11-23T10:15:07Z\n")
        .containsPattern("HotProducts +products +48,200 +0 +3.4 s .* start-up 1\n")
        .contains("products: warm-up avoided 29,408 misses (41.2 s of load time);")
        .doesNotContain("\u001b");
  }

  @Test
  void takesAFolderForItsLatestReport() {
    assertThat(Shell.run("report", folder).out()).isEqualTo(Shell.run("report", latest).out());
  }

  @Test
  void handsJsonOn() throws Exception {
    Shell one = Shell.run("report", "--format", "json", latest);
    Shell two = Shell.run("report", "--format", "json", latest, folder);

    assertThat(ReportJson.read(one.out())).isEqualTo(Shop.warmed());
    assertThat(JsonParser.array().from(two.out())).hasSize(2);
  }

  @Test
  void makesAPage() {
    assertThat(Shell.run("report", "--format", "html", latest).out())
        .isEqualTo(HtmlReport.render(Shop.warmed()));
  }

  @Test
  void doesWhatItCanAndSaysSoInItsExitCode() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");

    Shell partly = Shell.run("report", broken, latest);
    assertThat(partly.exit()).isEqualTo(Main.PARTIAL);
    assertThat(partly.out()).contains("HotProducts");
    assertThat(partly.err()).startsWith(broken + " is no JSON object");

    Shell nothing = Shell.run("report", folder.resolve("missing.json"));
    assertThat(nothing.exit()).isEqualTo(Main.FAILED);
    assertThat(nothing.err()).contains("missing.json does not exist");
  }

  @Test
  void hasOnePageForOneReport() {
    Shell shell = Shell.run("report", "--format", "html", latest, latest);

    assertThat(shell.exit()).isEqualTo(Main.FAILED);
    assertThat(shell.err()).contains("--format html takes one FILE, not 2");
  }
}
