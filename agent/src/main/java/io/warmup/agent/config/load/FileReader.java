package io.warmup.agent.config.load;

import io.warmup.agent.config.key.Address;
import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.key.Keys;
import io.warmup.agent.config.key.NearestName;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.source.ConfigNode;
import io.warmup.agent.config.source.ConfigNode.Field;
import io.warmup.agent.config.source.ConfigNode.Fields;
import io.warmup.agent.config.source.ConfigNode.Items;
import io.warmup.agent.config.source.ConfigNode.Text;
import io.warmup.agent.config.source.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One document of the file into {@link Values}: every key known, every value of the right shape.
 */
final class FileReader {

  private final Values values;
  private final Collection<Problem> problems;

  FileReader(Values values, Collection<Problem> problems) {
    this.values = values;
    this.problems = problems;
  }

  void read(Fields document) {
    document
        .fields()
        .forEach(
            (name, field) -> {
              Optional<Section> section = sectionAt(name);
              if (section.isPresent()) {
                section(section.get(), field);
              } else {
                key(Section.TOP, "", name, field);
              }
            });
  }

  private void section(Section section, Field field) {
    fields(section.root(), field)
        .forEach(
            (name, child) -> {
              if (section.named()) {
                values.name(section, name);
                fields(section.root() + "." + name, child)
                    .forEach((key, value) -> key(section, name, key, value));
              } else {
                key(section, "", name, child);
              }
            });
  }

  private void key(Section section, String instance, String name, Field field) {
    Optional<Key<?>> key =
        section.keys().stream().filter(known -> known.name().equals(name)).findFirst();
    if (key.isEmpty()) {
      problems.add(
          new Problem(
              field.keyOrigin(),
              "unknown key '" + section.pathOf(instance, name) + "'" + hint(section, name)));
    } else if (key.get() == Keys.CONFIG) {
      problems.add(new Problem(field.keyOrigin(), "a file can't name the file to read; remove it"));
    } else if (key.get().open()) {
      children(section, instance, key.get(), field);
    } else {
      value(new Address(section, instance, key.get(), ""), field.value());
    }
  }

  private void children(Section section, String instance, Key<?> key, Field field) {
    fields(section.pathOf(instance, key.name()), field)
        .forEach(
            (child, value) -> {
              Address address = new Address(section, instance, key, child);
              if (key.shape() == Key.Shape.FREE) {
                values.put(address, value.value());
              } else {
                value(address, value.value());
              }
            });
  }

  private void value(Address address, ConfigNode value) {
    boolean list = address.key().shape() == Key.Shape.LIST;
    boolean fits =
        list && value instanceof Items items
            ? items.items().stream().allMatch(FileReader::isText)
            : isText(value);
    if (fits) {
      values.put(address, value);
      return;
    }
    String takes = list ? "a list of texts" : "one value (" + address.key().type().name() + ")";
    problems.add(
        new Problem(
            value.origin(), address.path() + " takes " + takes + ", found " + value.kind()));
  }

  private static boolean isText(ConfigNode node) {
    return node instanceof Text text && text.value() != null;
  }

  private Map<String, Field> fields(String path, Field field) {
    if (field.value() instanceof Fields fields) {
      return fields.fields();
    }
    if (!(field.value() instanceof Text text && text.value() == null)) {
      problems.add(
          new Problem(
              field.value().origin(),
              path + " takes keys with values below it, found " + field.value().kind()));
    }
    return Map.of();
  }

  private static Optional<Section> sectionAt(String name) {
    return Stream.of(Section.values())
        .filter(section -> section != Section.TOP && section.root().equals(name))
        .findFirst();
  }

  private static String hint(Section section, String name) {
    List<String> here = names(section);
    return NearestName.find(name, here)
        .map(near -> "; did you mean '" + near + "'?")
        .or(() -> elsewhere(name))
        .orElse("; known here: " + String.join(", ", here));
  }

  private static Optional<String> elsewhere(String name) {
    return NearestName.find(name, Keys.all().stream().map(Key::name).toList())
        .flatMap(near -> Keys.all().stream().filter(key -> key.name().equals(near)).findFirst())
        .map(key -> "; '" + key.name() + "' belongs " + place(key.section()));
  }

  private static String place(Section section) {
    return section == Section.TOP ? "at the top of the file" : "under '" + section.path() + "'";
  }

  private static List<String> names(Section section) {
    Stream<String> keys = section.keys().stream().map(Key::name);
    Stream<String> sections =
        section == Section.TOP
            ? Stream.of(Section.values()).skip(1).map(Section::root)
            : Stream.empty();
    return Stream.concat(keys, sections).toList();
  }
}
