package io.warmup.agent.config.key;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file's format for editors: JSON Schema, draft 7, which is the one that YAML editors know
 * best. Kept as the resource {@code warmup.schema.json}.
 */
public final class JsonSchema {

  private static final String VARIABLE = "{ \"$ref\": \"#/definitions/variable\" }";

  private JsonSchema() {}

  /** The schema's text; ends with a line break. */
  public static String text() {
    Map<String, String> root = new LinkedHashMap<>();
    root.put("$schema", quoted("http://json-schema.org/draft-07/schema#"));
    root.put("title", quoted("warmup.yaml"));
    root.put("type", quoted("object"));
    root.put("additionalProperties", "false");
    root.put("properties", object(top()));
    root.put(
        "definitions",
        object(Map.of("variable", "{ \"type\": \"string\", \"pattern\": \"\\\\$\\\\{\" }")));
    return indented(object(root)) + "\n";
  }

  private static Map<String, String> top() {
    Map<String, String> properties = properties(Section.TOP);
    Stream.of(Section.values())
        .filter(section -> section != Section.TOP)
        .forEach(section -> properties.put(section.root(), section(section)));
    return properties;
  }

  private static String section(Section section) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("description", quoted(section.doc()));
    fields.put("type", "[\"object\", \"null\"]");
    fields.put("additionalProperties", "false");
    fields.put("properties", object(properties(section)));
    return section.named()
        ? "{ \"type\": [\"object\", \"null\"], \"additionalProperties\": " + object(fields) + " }"
        : object(fields);
  }

  private static Map<String, String> properties(Section section) {
    return section.keys().stream()
        .filter(key -> key != Keys.CONFIG)
        .collect(
            Collectors.toMap(Key::name, JsonSchema::property, (a, b) -> b, LinkedHashMap::new));
  }

  private static String property(Key<?> key) {
    String one = key.type().schema();
    String value =
        switch (key.shape()) {
          case ONE -> "\"anyOf\": [" + one + ", " + VARIABLE + "]";
          case LIST -> "\"anyOf\": [" + one + ", " + array(one) + ", " + VARIABLE + "]";
          case MAP -> "\"type\": [\"object\", \"null\"], \"additionalProperties\": " + one;
          case FREE -> "\"type\": [\"object\", \"null\"]";
        };
    return "{ \"description\": " + quoted(key.doc()) + ", " + value + " }";
  }

  private static String array(String item) {
    return "{ \"type\": \"array\", \"items\": { \"anyOf\": [" + item + ", " + VARIABLE + "] } }";
  }

  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\n" + quoted(field.getKey()) + ": " + field.getValue())
        .collect(Collectors.joining(",", "{", "\n}"));
  }

  /** Two spaces for each open object that begins a line of its own. */
  private static String indented(String json) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (String line : json.lines().toList()) {
      depth -= line.startsWith("}") ? 1 : 0;
      text.append(text.isEmpty() ? "" : "\n").append("  ".repeat(depth)).append(line);
      depth += line.endsWith("{") ? 1 : 0;
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
