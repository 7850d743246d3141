package io.warmup.agent.config.load;

import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.key.WrongValueException;
import io.warmup.agent.config.source.ConfigNode;
import io.warmup.agent.config.source.ConfigNode.Fields;
import io.warmup.agent.config.source.ConfigNode.Items;
import io.warmup.agent.config.source.ConfigNode.Text;
import io.warmup.agent.config.source.Origin;
import io.warmup.agent.config.source.Problem;
import io.warmup.api.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Typed values. A text that is not of its key's type becomes a problem and counts as not said. */
final class ValueReader {

  private final Values values;
  private final Collection<Problem> problems;

  ValueReader(Values values, Collection<Problem> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** The value, or the default, which the key must have. */
  <T> T get(Key<T> key) {
    return get(key, "");
  }

  /** The same in the section of that name. */
  <T> T get(Key<T> key, String instance) {
    return Objects.requireNonNull(find(key, instance), key.name());
  }

  /** The value, or the default, or null where there is neither. */
  <T> @Nullable T find(Key<T> key) {
    return find(key, "");
  }

  /** The same in the section of that name. */
  <T> @Nullable T find(Key<T> key, String instance) {
    String path = path(key, instance);
    T said = values.at(path) instanceof Text text ? read(key, path, text) : null;
    return said != null || key.fallback() == null ? said : key.type().read(key.fallback());
  }

  /** The values of a key that takes several; beside the file {@code ;} stands between them. */
  <T> List<T> list(Key<T> key, String instance) {
    List<T> list = new ArrayList<>();
    for (Text text : texts(key, instance)) {
      T value = read(key, path(key, instance), text);
      if (value != null) {
        list.add(value);
      }
    }
    return List.copyOf(list);
  }

  /** The same before it is read. */
  List<Text> texts(Key<?> key, String instance) {
    ConfigNode node = values.at(path(key, instance));
    if (node instanceof Items items) {
      List<Text> texts = new ArrayList<>();
      for (ConfigNode item : items.items()) {
        texts.add((Text) item);
      }
      return texts;
    }
    if (!(node instanceof Text text)) {
      return List.of();
    }
    return text.origin().source() == Origin.Source.FILE
        ? List.of(text)
        : Stream.of(text.text().split(";"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(part -> Text.of(part, text.origin()))
            .toList();
  }

  /** The operator's names with their values. */
  <T> Map<String, T> map(Key<T> key) {
    Map<String, T> map = new LinkedHashMap<>();
    for (Values.Entry entry : values.children(key.section(), "", key)) {
      T value = read(key, entry.address().path(), (Text) entry.value());
      if (value != null) {
        map.put(entry.address().child(), value);
      }
    }
    return map;
  }

  /** What stands below a free key, as it stands there. */
  Settings settings(Key<?> key, String instance) {
    Map<String, @Nullable Object> settings = new LinkedHashMap<>();
    for (Values.Entry entry : values.children(Section.STRATEGY, instance, key)) {
      settings.put(entry.address().child(), plain(entry.value()));
    }
    return Settings.of(settings);
  }

  /** Where the value was said. */
  Origin origin(Key<?> key, String instance) {
    ConfigNode node = values.at(path(key, instance));
    return node == null ? Origin.DEFAULT : node.origin();
  }

  /** Where the key was said: a strategy's own section wins over the defaults. */
  private String path(Key<?> key, String instance) {
    if (key.section() != Section.DEFAULTS || instance.isEmpty()) {
      return key.section().pathOf(instance, key.name());
    }
    String own = Section.STRATEGY.pathOf(instance, key.name());
    return values.at(own) == null ? key.section().pathOf("", key.name()) : own;
  }

  /** Null where the text is wrong, which has been told. */
  private <T> @Nullable T read(Key<T> key, String path, Text text) {
    try {
      return key.type().read(text.text().strip());
    } catch (WrongValueException e) {
      problems.add(new Problem(text.origin(), path + ": '" + text.text() + "' " + e.getMessage()));
      return null;
    }
  }

  private static @Nullable Object plain(ConfigNode node) {
    if (node instanceof Text text) {
      return text.value();
    }
    if (node instanceof Items items) {
      return items.items().stream().map(ValueReader::plain).toList();
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    ((Fields) node).fields().forEach((name, field) -> map.put(name, plain(field.value())));
    return map;
  }
}
