package io.warmup.agent.config.source;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a source says, before anybody asks whether it makes sense. Immutable. */
public sealed interface ConfigNode {

  /** Where it stands. */
  Origin origin();

  /** For messages: {@code a list}. */
  String kind();

  /** Whether the other says the same, wherever it stands. */
  boolean saysTheSameAs(ConfigNode other);

  /**
   * One value.
   *
   * @param text as it is written, variables filled in
   * @param value what YAML makes of it: String, Integer, Long, Double, Boolean; null: nothing
   */
  record Text(String text, @Nullable Object value, Origin origin) implements ConfigNode {

    /** A value from a source that knows texts only. */
    public static Text of(String text, Origin origin) {
      return new Text(text, text, origin);
    }

    @Override
    public String kind() {
      return value == null ? "nothing" : "the text '" + text + "'";
    }

    @Override
    public boolean saysTheSameAs(ConfigNode other) {
      return other instanceof Text that && text.equals(that.text);
    }
  }

  /** Several values. */
  record Items(List<ConfigNode> items, Origin origin) implements ConfigNode {
    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public boolean saysTheSameAs(ConfigNode other) {
      return other instanceof Items that
          && items.size() == that.items.size()
          && IntStream.range(0, items.size())
              .allMatch(i -> items.get(i).saysTheSameAs(that.items.get(i)));
    }
  }

  /** Keys and what stands under them, in the file's order. */
  record Fields(Map<String, Field> fields, Origin origin) implements ConfigNode {
    @Override
    public String kind() {
      return "a section";
    }

    @Override
    public boolean saysTheSameAs(ConfigNode other) {
      return other instanceof Fields that
          && fields.keySet().equals(that.fields.keySet())
          && fields.keySet().stream()
              .allMatch(key -> fields.get(key).value().saysTheSameAs(that.fields.get(key).value()));
    }
  }

  /**
   * One key with what stands under it.
   *
   * @param keyOrigin where the key stands
   */
  record Field(Origin keyOrigin, ConfigNode value) {}
}
