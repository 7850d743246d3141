package io.warmup.agent.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.MissedBounds;
import io.warmup.agent.report.KeyMask;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.model.Overhead;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private final String page = HtmlReport.render(Shop.warmed());

  @Test
  void beginsWithTheVerdictAsASentence() {
    assertThat(page)
        .contains(
            "The warm-up avoided 29,408 misses, 41.2 s of load time; it held traffic back for 3.4 s.")
        .contains("Warm-up avoided 29,408 misses (41.2 s of load time); 61 % of the warmed keys");
  }

  @Test
  void namesTheSampleBehindEveryShare() {
    CacheObservation products = Shop.products();

    assertThat(page)
        .contains(String.format("of %,d gets", products.gets()))
        .contains("of 48,200 warmed keys")
        .contains("of 41,950 requested keys");
  }

  @Test
  void showsWhatShouldHaveBeenWarmedAndWhoSetWhat() {
    assertThat(page)
        .contains("<code>price:*</code>")
        .contains("8,214 misses")
        .contains("<span>gate.timeout</span>")
        .contains("<span>WARMUP_GATE_TIMEOUT</span>");
  }

  @Test
  void saysHowFarMissedKeysAreCounted() {
    assertThat(page).doesNotContain("short by at most");
    MissedBounds sample = new MissedBounds(12, 340, true);
    assertThat(rendered(Shop.counted(Shop.products(), sample)))
        .contains("<span class=\"amount\">about 8,214 misses")
        .contains("a template&#39;s count is short by at most about 340")
        .contains("a key&#39;s by about 12.");
    MissedBounds room = new MissedBounds(0, 0, true);
    assertThat(rendered(Shop.counted(Shop.products(), room)))
        .contains("about 8,214 misses")
        .doesNotContain("short by at most");
  }

  private static String rendered(CacheObservation seen) {
    return HtmlReport.render(
        Shop.assembler(Mode.WARM, KeyMask.PLAIN)
            .report(null, List.of(Shop.run()), List.of(seen), Overhead.UNKNOWN));
  }

  @Test
  void marksTheMomentTrafficOpened() {
    assertThat(page).contains(">traffic opened</span>").contains("<line class=\"opened\"");
  }

  @Test
  void asksTheNetworkForNothingAndRunsNothing() {
    assertThat(page)
        .contains("default-src &#39;none&#39;")
        .doesNotContainPattern("(?i)<script|<link|<img|src=|url\\(|https?://|@import");
  }

  @Test
  void escapesWhateverNamesAndKeysHold() {
    String nasty = HtmlReport.render(Shop.nasty());

    assertThat(nasty).doesNotContain("<script").doesNotContain("<b onclick");
    assertThat(nasty).contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
  }

  @Test
  void saysSoIfThereIsNothingYet() {
    assertThat(HtmlReport.render(Shop.report(Mode.WARM, List.of(), List.of())))
        .contains("No run has ended yet");
    assertThat(HtmlReport.render(Shop.control())).contains("this instance only observes");
  }
}
