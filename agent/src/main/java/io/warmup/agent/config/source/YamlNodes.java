package io.warmup.agent.config.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what one YAML document says, whoever reads it, and keeps what is wrong with that. */
final class YamlNodes {

  private final String file;
  private final Substitution substitution;
  private final List<Problem> problems = new ArrayList<>();

  YamlNodes(String file, Substitution substitution) {
    this.file = file;
    this.substitution = substitution;
  }

  /**
   * A scalar with its variables filled in.
   *
   * @param plain it stands there without quotes
   * @return empty where one cannot be, which has been told
   */
  Optional<ConfigNode> scalar(String written, boolean plain, Origin origin) {
    try {
      String text = substitution.apply(written);
      Object value = plain ? YamlScalars.value(text) : text;
      return Optional.of(new ConfigNode.Text(text, value, origin));
    } catch (IllegalArgumentException e) {
      tell(origin, e.getMessage());
      return Optional.empty();
    }
  }

  /** The first of two keys stays. */
  void add(Map<String, ConfigNode.Field> fields, String key, Origin origin, ConfigNode value) {
    ConfigNode.Field twin = fields.putIfAbsent(key, new ConfigNode.Field(origin, value));
    if (twin != null) {
      tell(
          origin,
          "the key '%s' stands at %s already; keep one of the two"
              .formatted(key, twin.keyOrigin()));
    }
  }

  void tell(Origin origin, @Nullable String problem) {
    problems.add(new Problem(origin, String.valueOf(problem)));
  }

  /** So far. */
  List<Problem> problems() {
    return problems;
  }

  /**
   * A place in the file.
   *
   * @param line from 0, and so is the column
   */
  Origin at(int line, int column) {
    return Origin.file(file, line + 1, column + 1);
  }
}
