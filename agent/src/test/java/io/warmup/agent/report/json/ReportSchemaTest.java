package io.warmup.agent.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.model.WarmupReport;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published schema and the code say the same. */
class ReportSchemaTest {

  private final String text = schemaText();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);

  @Test
  void takesEveryReport() {
    assertThat(schema.validate(ReportJson.write(Shop.warmed()), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(ReportJson.write(Shop.control()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void refusesWhatIsNone() {
    String broken = ReportJson.write(Shop.warmed()).replace("\"start-up\"", "\"whim\"");

    assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void describesEveryMemberThereIsAndNoOther() throws Exception {
    JsonObject published = JsonParser.object().from(text);
    Map<String, List<String>> described = new LinkedHashMap<>();
    described.put("WarmupReport", List.copyOf(published.getObject("properties").keySet()));
    published
        .getObject("$defs")
        .forEach(
            (name, type) ->
                described.put(
                    name, List.copyOf(((JsonObject) type).getObject("properties").keySet())));

    Map<String, List<String>> written = new LinkedHashMap<>();
    collect(WarmupReport.class, written);

    assertThat(described).containsExactlyInAnyOrderEntriesOf(written);
  }

  private static void collect(Type type, Map<String, List<String>> records) {
    if (type instanceof ParameterizedType list) {
      collect(list.getActualTypeArguments()[0], records);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      RecordComponent[] components = plain.getRecordComponents();
      records.put(plain.getSimpleName(), Arrays.stream(components).map(Names::member).toList());
      Arrays.stream(components).forEach(c -> collect(c.getGenericType(), records));
    }
  }

  private static String schemaText() {
    try (InputStream in =
        ReportJson.class.getResourceAsStream("/io/warmup/agent/report/report-schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
