package io.warmup.agent.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import io.warmup.agent.config.Mode;
import io.warmup.agent.recorder.MissedBounds;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.model.WarmupReport;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

  @Test
  void readsBackWhatItWrote() throws Exception {
    assertThat(ReportJson.read(ReportJson.write(Shop.warmed()))).isEqualTo(Shop.warmed());
    assertThat(ReportJson.read(ReportJson.write(Shop.control()))).isEqualTo(Shop.control());
  }

  @Test
  void readsBackHowFarMissedKeysAreCounted() throws Exception {
    WarmupReport report = counted(new MissedBounds(12, 340, true));
    assertThat(ReportJson.write(report))
        .containsPattern("\"key\": ?12,\\s+\"template\": ?340,\\s+\"sampled\": ?true");
    assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
    assertThat(ReportJson.write(counted(MissedBounds.EXACT))).doesNotContain("\"sampled\"");
  }

  private static WarmupReport counted(MissedBounds bounds) {
    return Shop.report(
        Mode.WARM, List.of(Shop.run()), List.of(Shop.counted(Shop.products(), bounds)));
  }

  @Test
  void isMadeForOtherReadersToo() {
    assertThat(ReportJson.write(Shop.warmed()))
        .contains("\"created\":\"2026-11-23T10:15:07.900Z\"")
        .contains("\"heldForSeconds\":3.412")
        .contains("\"observedSeconds\":900")
        .contains("\"trigger\":\"start-up\"")
        .contains("\"loadTimeSavedSeconds\":41.1712");
  }

  @Test
  void passesOverWhatALaterAgentAdded() throws Exception {
    String json = edited(report -> report.put("weather", "fine"));

    assertThat(ReportJson.read(json)).isEqualTo(Shop.warmed());
  }

  @Test
  void saysWhichMemberIsMissing() {
    assertUnreadable(
        edited(r -> r.getArray("caches").getObject(0).getObject("fates").remove("unread")),
        "is no complete report: caches[0].fates.unread is missing");
  }

  @Test
  void saysWhichMemberIsWrong() {
    assertUnreadable(
        edited(r -> r.getObject("gate").put("reason", "boredom")),
        "is no warm-up report: gate.reason cannot be boredom");
    assertUnreadable(
        edited(r -> r.getObject("process").put("started", "yesterday")),
        "is no warm-up report: process.started cannot be yesterday");
    assertUnreadable(
        edited(r -> r.getObject("process").put("pid", 1.5)),
        "is no warm-up report: process.pid cannot be 1.5");
  }

  @Test
  void doesNotGuessAtALaterSchema() {
    assertUnreadable(
        edited(r -> r.put("schemaVersion", 2)),
        "has schema version 2, this agent reads up to 1: read it with the agent that wrote it (0.1.0)");
  }

  @Test
  void saysThatOtherFilesAreNoReports() {
    assertUnreadable("{}", "is JSON, but no warm-up report: it has no schemaVersion");
    assertUnreadable("name: value", "is no JSON object: ");
    assertUnreadable("", "is no JSON object: it is empty");
    assertUnreadable("{\"schemaVersion\": 1, \"cre", "is no JSON object: it ends in the middle");
  }

  private static String edited(Consumer<JsonObject> edit) {
    try {
      JsonObject json = JsonParser.object().from(ReportJson.write(Shop.warmed()));
      edit.accept(json);
      return JsonWriter.string(json);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void assertUnreadable(String json, String message) {
    assertThatThrownBy(() -> ReportJson.read(json))
        .isInstanceOf(UnreadableReportException.class)
        .hasMessageStartingWith(message);
  }
}
