package io.warmup.agent.config.load;

import io.warmup.agent.config.key.Address;
import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.key.Keys;
import io.warmup.agent.config.key.NearestName;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.source.ConfigNode.Text;
import io.warmup.agent.config.source.Origin;
import io.warmup.agent.config.source.Problem;
import io.warmup.agent.config.source.Sources;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources beside the file, the weakest first, into {@link Values}. */
final class Overrides {

  private final Values values;
  private final Collection<Problem> problems;
  private final Collection<String> notices;

  Overrides(Values values, Collection<Problem> problems, Collection<String> notices) {
    this.values = values;
    this.problems = problems;
    this.notices = notices;
  }

  void read(Sources sources) {
    environment(sources.environment());
    put(sources.ownProperties(), Origin.Source.PROPERTY, "-D" + Sources.PROPERTY_PREFIX);
    put(sources.arguments(), Origin.Source.ARGUMENT, "agent argument ");
  }

  private void put(Map<String, String> texts, Origin.Source source, String where) {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String path = text.getKey();
      put(path, text.getValue(), Origin.of(source, where + path));
    }
  }

  private void put(String path, String text, Origin origin) {
    Optional<Address> address = Address.of(path);
    if (address.isEmpty()) {
      problems.add(new Problem(origin, "there is no such key" + NearestName.to(path, paths())));
    } else if (address.get().key() == Keys.WHEN) {
      problems.add(new Problem(origin, "'when' chooses a document of the file; write it there"));
    } else {
      values.put(address.get(), Text.of(text, origin));
    }
  }

  /**
   * Names that are no key are told but do no harm: Kubernetes itself sets WARMUP_PORT and the like
   * in every pod beside a service called "warmup".
   */
  private void environment(Map<String, String> environment) {
    Map<String, String> own = new TreeMap<>();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().startsWith(Sources.ENVIRONMENT_PREFIX)) {
        own.put(variable.getKey(), variable.getValue());
      }
    }
    if (own.isEmpty()) {
      return;
    }
    Map<String, Address> known = byEnvironmentName();
    own.forEach(
        (name, text) -> {
          Address address = known.get(name);
          if (address != null) {
            values.put(address, Text.of(text, Origin.of(Origin.Source.ENVIRONMENT, name)));
          } else {
            notices.add(
                name + " is no setting of the agent" + NearestName.to(name, known.keySet()));
          }
        });
  }

  private Map<String, Address> byEnvironmentName() {
    Map<String, Address> known = new HashMap<>();
    values.all().forEach(entry -> add(known, entry.address()));
    for (Section section : Section.values()) {
      for (String instance : section.named() ? values.names(section) : List.of("")) {
        section.keys().stream()
            .filter(key -> !key.open() && key != Keys.WHEN)
            .forEach(key -> add(known, new Address(section, instance, key, "")));
      }
    }
    return known;
  }

  private static void add(Map<String, Address> known, Address address) {
    known.put(Sources.environmentName(address.path()), address);
  }

  private static List<String> paths() {
    return Stream.of(Section.values())
        .filter(section -> !section.named())
        .flatMap(
            section -> section.keys().stream().map(Key::name).map(key -> section.pathOf("", key)))
        .toList();
  }
}
