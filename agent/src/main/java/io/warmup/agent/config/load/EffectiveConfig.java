package io.warmup.agent.config.load;

import io.warmup.agent.config.key.Address;
import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.source.ConfigNode;
import io.warmup.agent.config.source.ConfigNode.Fields;
import io.warmup.agent.config.source.ConfigNode.Items;
import io.warmup.agent.config.source.ConfigNode.Text;
import io.warmup.agent.config.source.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each value in force with its origin. Secrets are masked in all that it shows. */
public final class EffectiveConfig {

  /**
   * One value, as it may be shown.
   *
   * @param key its full path
   * @param value as the operator wrote it; secrets masked
   * @param origin who said so
   */
  public record Entry(String key, String value, Origin origin) {}

  private final Map<String, Values.Entry> inForce = new LinkedHashMap<>();

  /** Of what was said, and the defaults for the rest. */
  EffectiveConfig(Values values) {
    for (Section section : Section.values()) {
      if (!section.named()) {
        section.keys().forEach(key -> add(values, section, "", key));
      }
      for (String name : values.names(section)) {
        section.keys().forEach(key -> add(values, section, name, key));
      }
    }
  }

  /** All values, in the order of the reference. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    inForce.forEach((path, entry) -> entries.add(entry(path, entry)));
    return Collections.unmodifiableList(entries);
  }

  /**
   * Who said what stands under a key, for messages about it: {@code warmup.yaml:7:12}.
   *
   * @param path {@code strategies.HotProducts.cache}
   * @return empty if nobody did, not even a default
   */
  public Optional<Origin> origin(String path) {
    return Optional.ofNullable(inForce.get(path)).map(entry -> entry.value().origin());
  }

  /** One line a value, aligned: key, value, origin. */
  public List<String> lines() {
    int keys = entries().stream().mapToInt(entry -> entry.key().length()).max().orElse(0);
    int values = entries().stream().mapToInt(entry -> entry.value().length()).max().orElse(0);
    String format = "%-" + (keys + 2) + "s%-" + (Math.min(values, 40) + 2) + "s%s";
    return entries().stream()
        .map(entry -> format.formatted(entry.key(), entry.value(), entry.origin()))
        .toList();
  }

  Map<String, Values.Entry> inForce() {
    return Collections.unmodifiableMap(inForce);
  }

  static Entry entry(String path, Values.Entry entry) {
    boolean secret =
        entry.address().key().shape() == Key.Shape.FREE && Secrets.named(entry.address().child());
    return new Entry(path, secret ? Secrets.MASK : shown(entry.value()), entry.value().origin());
  }

  private void add(Values values, Section section, String name, Key<?> key) {
    if (key.open()) {
      values
          .children(section, name, key)
          .forEach(entry -> inForce.put(entry.address().path(), entry));
      return;
    }
    Address address = new Address(section, name, key, "");
    ConfigNode said = values.at(address.path());
    boolean inherits = section == Section.STRATEGY && key.section() == Section.DEFAULTS;
    ConfigNode value = said == null && !inherits ? fallback(key) : said;
    if (value != null) {
      inForce.put(address.path(), new Values.Entry(address, value));
    }
  }

  private static @Nullable ConfigNode fallback(Key<?> key) {
    return key.fallback() == null ? null : Text.of(key.fallback(), Origin.DEFAULT);
  }

  private static String shown(ConfigNode node) {
    if (node instanceof Text text) {
      return Secrets.withoutSecrets(text.text());
    }
    if (node instanceof Items items) {
      return items.items().stream()
          .map(EffectiveConfig::shown)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((Fields) node)
        .fields().entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + ": "
                        + (Secrets.named(field.getKey())
                            ? Secrets.MASK
                            : shown(field.getValue().value())))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
