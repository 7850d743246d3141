package io.warmup.agent.config.load;

import io.warmup.agent.config.key.Address;
import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.source.ConfigNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all sources said, one value a place: fill it from the weakest source to the strongest. */
final class Values {

  /** A value in its place. */
  record Entry(Address address, ConfigNode value) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<Section, Set<String>> names = new EnumMap<>(Section.class);

  void put(Address address, ConfigNode value) {
    name(address.place(), address.instance());
    entries.put(address.path(), new Entry(address, value));
  }

  /** Notes that a named section is there, even if nothing stands in it. */
  void name(Section section, String name) {
    if (section.named()) {
      names.putIfAbsent(section, new LinkedHashSet<>());
      names.get(section).add(name);
    }
  }

  /** The names given in a named section, in the order they were met. */
  Set<String> names(Section section) {
    return names.getOrDefault(section, Set.of());
  }

  @Nullable ConfigNode at(String path) {
    Entry entry = entries.get(path);
    return entry == null ? null : entry.value();
  }

  /** What stands below an open key. */
  List<Entry> children(Section place, String instance, Key<?> key) {
    List<Entry> children = new ArrayList<>();
    for (Entry entry : entries.values()) {
      Address at = entry.address();
      if (at.place() == place && at.key() == key && at.instance().equals(instance)) {
        children.add(entry);
      }
    }
    return children;
  }

  Collection<Entry> all() {
    return entries.values();
  }
}
