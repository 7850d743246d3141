package io.warmup.agent.report.json;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import io.warmup.agent.report.model.WarmupReport;

/** A report as JSON text and back. The form is described by {@code report-schema.json}. */
public final class ReportJson {

  private ReportJson() {}

  /** The report as indented JSON. */
  public static String write(WarmupReport report) {
    return writeRecord(report);
  }

  /** Any other document made of public records, by the same rules. */
  public static String writeRecord(Record document) {
    return JsonWriter.indent("  ").string().value(RecordWriter.toJson(document)).done() + "\n";
  }

  /**
   * The report a text holds.
   *
   * @throws UnreadableReportException if it is no JSON, no report, or of a later schema
   */
  public static WarmupReport read(String json) throws UnreadableReportException {
    JsonObject document = parse(json);
    if (!(document.get("schemaVersion") instanceof Integer version)) {
      throw new UnreadableReportException(
          "is JSON, but no warm-up report: it has no schemaVersion");
    }
    if (version > WarmupReport.SCHEMA_VERSION) {
      throw new UnreadableReportException(
          "has schema version %d, this agent reads up to %d: read it with the agent that wrote it (%s)"
              .formatted(version, WarmupReport.SCHEMA_VERSION, document.get("agentVersion")));
    }
    return RecordReader.fromJson(document, WarmupReport.class);
  }

  /**
   * Any other document that {@link #writeRecord} wrote.
   *
   * @throws UnreadableReportException if it is no JSON, or not such a document
   */
  public static <R extends Record> R readRecord(String json, Class<R> type)
      throws UnreadableReportException {
    return RecordReader.fromJson(parse(json), type);
  }

  private static JsonObject parse(String json) throws UnreadableReportException {
    try {
      return JsonParser.object().from(json);
    } catch (JsonParserException e) {
      throw new UnreadableReportException("is no JSON object: " + why(json.strip(), e));
    }
  }

  /** Whoever writes a file may be cut off: by a full disk, or by a copy that is under way. */
  private static String why(String json, JsonParserException e) {
    if (json.isEmpty()) {
      return "it is empty";
    }
    return json.startsWith("{") && !json.endsWith("}")
        ? "it ends in the middle of one"
        : String.valueOf(e.getMessage());
  }
}
