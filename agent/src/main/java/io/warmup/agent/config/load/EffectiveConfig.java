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

/**
 * Each value in force with its origin, put together when somebody asks: the start does not. Secrets
 * are masked in all that it shows.
 */
public final class EffectiveConfig {

  /**
   * One value, as it may be shown.
   *
   * @param key its full path
   * @param value as the operator wrote it; secrets masked
   * @param origin who said so
   */
  public record Entry(String key, String value, Origin origin) {}

  private final Values values;

  /**
   * Of what was said, and the defaults for the rest.
   *
   * @param values no longer changing
   */
  EffectiveConfig(Values values) {
    this.values = values;
  }

  /** All values, in the order of the reference. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Values.Entry> entry : inForce().entrySet()) {
      entries.add(entry(entry.getKey(), entry.getValue()));
    }
    return Collections.unmodifiableList(entries);
  }

  /**
   * Who said what stands under a key, for messages about it: {@code warmup.yaml:7:12}.
   *
   * @param path {@code strategies.HotProducts.cache}
   * @return empty if nobody did, not even a default
   */
  public Optional<Origin> origin(String path) {
    return Optional.ofNullable(inForce().get(path)).map(entry -> entry.value().origin());
  }

  /** One line a value, aligned: key, value, origin. */
  public List<String> lines() {
    List<Entry> entries = entries();
    int key = entries.stream().mapToInt(entry -> entry.key().length()).max().orElse(0);
    int value = entries.stream().mapToInt(entry -> entry.value().length()).max().orElse(0);
    String format = "%-" + (key + 2) + "s%-" + (Math.min(value, 40) + 2) + "s%s";
    return entries.stream()
        .map(entry -> format.formatted(entry.key(), entry.value(), entry.origin()))
        .toList();
  }

  Map<String, Values.Entry> inForce() {
    Map<String, Values.Entry> inForce = new LinkedHashMap<>();
    for (Section section : Section.values()) {
      for (String name : section.named() ? values.names(section) : List.of("")) {
        for (Key<?> key : section.keys()) {
          for (Values.Entry entry : at(section, name, key)) {
            inForce.put(entry.address().path(), entry);
          }
        }
      }
    }
    return Collections.unmodifiableMap(inForce);
  }

  static Entry entry(String path, Values.Entry entry) {
    boolean secret =
        entry.address().key().shape() == Key.Shape.FREE && Secrets.named(entry.address().child());
    return new Entry(path, secret ? Secrets.MASK : shown(entry.value()), entry.value().origin());
  }

  private List<Values.Entry> at(Section section, String name, Key<?> key) {
    if (key.open()) {
      return values.children(section, name, key);
    }
    Address address = new Address(section, name, key, "");
    ConfigNode said = values.at(address.path());
    boolean inherits = section == Section.STRATEGY && key.section() == Section.DEFAULTS;
    ConfigNode value = said == null && !inherits ? fallback(key) : said;
    return value == null ? List.of() : List.of(new Values.Entry(address, value));
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
