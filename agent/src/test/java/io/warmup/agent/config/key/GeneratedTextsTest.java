package io.warmup.agent.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's reference and the editors' schema say what the table of keys says. */
class GeneratedTextsTest {

  private static final String BEGIN = "<!-- config-reference:begin -->\n";
  private static final String END = "<!-- config-reference:end -->";

  /** Of types whose keys have no default. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "text", "any",
          "path", "any",
          "number", "1",
          "duration", "1s",
          "time zone", "Europe/Berlin",
          "size or percentage", "85%",
          "Class#method", "'com.acme.Server#start'",
          "host:port", "127.0.0.1:9465",
          "package prefix", "com.acme.",
          "anything", "any");

  @Test
  void theReadmesReferenceIsTheGeneratedOne() throws IOException {
    Path generated = write("config-reference.md", ConfigReference.markdown());
    String readme = Files.readString(Path.of("..", "README.md"));

    assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)))
        .as("README.md between its config-reference marks; put the text of %s there", generated)
        .isEqualTo(ConfigReference.markdown());
  }

  @Test
  void theSchemaInTheJarIsTheGeneratedOne() throws IOException {
    Path generated = write("warmup.schema.json", JsonSchema.text());
    try (InputStream resource = JsonSchema.class.getResourceAsStream("warmup.schema.json")) {
      assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
          .as("the resource warmup.schema.json; copy %s there", generated)
          .isEqualTo(JsonSchema.text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ mode: observe, gate: { timeout: 1m30s, hold: port }, strategies: { A: , B: { rate: 5/s } } }",
        "{ defaults: { concurrency: adaptive, ttl: PT1H, ttl-jitter: 10%, rate: 0, timeout: 0 } }",
        "{ strategies: { A: { schedule: [every 1h], settings: { any: [1, { x: y }] } } } }",
        "{ rollout: { percent: 10, holdout: 2.5%, key: '${POD_NAME}' }, heap-limit: 2GB }",
        "{ when: [app=a*], caches: { a: b }, redis-caches: { r: { serializer: json } } }",
      })
  void theSchemaTakesWhatTheAgentTakes(String yaml) {
    assertThat(mistakes(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ mod: observe }",
        "{ mode: wram }",
        "{ gate: { timout: 1s } }",
        "{ gate: { timeout: 30 } }",
        "{ gate: port }",
        "{ strategies: { A: { rats: 1/s } } }",
        "{ defaults: { settings: {} } }",
        "{ defaults: { concurrency: 0 } }",
        "{ config: other.yaml }",
      })
  void theSchemaRefusesWhatTheAgentRefuses(String yaml) {
    assertThat(mistakes(yaml)).isNotEmpty();
  }

  /** In each section that takes it, with its default; a letter more, and it is not known. */
  @Test
  void theSchemaKnowsEveryKeyOfTheTable() {
    for (Section section : Section.values()) {
      for (Key<?> key : section.keys()) {
        if (key != Keys.CONFIG) {
          assertThat(mistakes(file(section, key.name(), key))).as(key.name()).isEmpty();
        }
        assertThat(mistakes(file(section, key.name() + "x", key))).as(key.name()).isNotEmpty();
      }
    }
  }

  private static String file(Section section, String name, Key<?> key) {
    String sample = SAMPLES.getOrDefault(key.type().name(), key.fallback());
    String value =
        switch (key.shape()) {
          case ONE -> sample;
          case LIST -> "[ " + sample + " ]";
          case MAP, FREE -> "{ any: " + sample + " }";
        };
    String line = name + ": " + (value == null ? "''" : value);
    String in = section.named() ? section.root() + ": { any: { " : section.path() + ": { ";
    return section == Section.TOP
        ? "{ " + line + " }"
        : "{ " + in + line + (section.named() ? " } } }" : " } }");
  }

  private static List<?> mistakes(String yaml) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(JsonSchema.text())
        .validate(yaml, InputFormat.YAML);
  }

  @Test
  void everyDefaultIsOfItsKeysType() {
    assertThat(Keys.all())
        .filteredOn(key -> key.fallback() != null)
        .allSatisfy(key -> assertThat(key.type().read(key.fallback())).isNotNull());
  }

  private static Path write(String name, String text) throws IOException {
    Path file = Files.createDirectories(Path.of("target")).resolve(name);
    return Files.writeString(file, text).toAbsolutePath();
  }
}
