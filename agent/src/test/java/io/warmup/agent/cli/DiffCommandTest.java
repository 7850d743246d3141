package io.warmup.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import io.warmup.agent.config.Mode;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.model.WarmupReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  @TempDir private Path folder;

  @Test
  void saysWhatTheWarmUpGainedAndWhatItCost() throws Exception {
    Shell shell = Shell.run("diff", file("control", Shop.control()), file("warmed", products()));

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .containsPattern("A +observe .*\nB +warm ")
        .containsPattern("products +A +[\\d,]+ .*\n +B +[\\d,]+ .* 29,408 ")
        .containsPattern("Gained\n +products: 29,408 misses avoided by a warm-up, which held ")
        .containsPattern("products, hit ratio in the first minute: 9\\d\\.\\d % instead of 3")
        .containsPattern("Lost\n +traffic opened 3\\.4 s later; it was held 3\\.4 s");
  }

  @Test
  void findsNoDifferenceWhereThereIsNone() throws Exception {
    Path same = file("warmed", products());

    Shell shell = Shell.run("diff", same, same);

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).doesNotContain("Gained", "Lost", "With caution");
  }

  @Test
  void warnsWhereFiguresDoNotCompare() throws Exception {
    Shell shell = Shell.run("diff", file("control", Shop.control()), file("all", Shop.warmed()));

    assertThat(shell.exit()).isEqualTo(Main.PARTIAL);
    assertThat(shell.out()).contains("sessions was seen in the second only");
  }

  @Test
  void handsJsonOn() throws Exception {
    Shell shell =
        Shell.run(
            "diff",
            "--format",
            "json",
            file("control", Shop.control()),
            file("warmed", products()));

    assertThat(JsonParser.object().from(shell.out()).getArray("gained")).hasSize(3);
  }

  @Test
  void needsTwoReports() throws Exception {
    assertThat(Shell.run("diff", file("a", products()), "missing.json").exit())
        .isEqualTo(Main.FAILED);
    assertThat(Shell.run("diff", "one.json").err()).contains("Missing required parameter: 'B'");
  }

  private static WarmupReport products() {
    return Shop.report(Mode.WARM, List.of(Shop.run()), List.of(Shop.products()));
  }

  private Path file(String name, WarmupReport report) throws Exception {
    return Files.writeString(folder.resolve(name + ".json"), ReportJson.write(report));
  }
}
