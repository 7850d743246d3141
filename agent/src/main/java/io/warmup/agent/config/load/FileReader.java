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
import org.jspecify.annotations.Nullable;

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
    for (Map.Entry<String, Field> entry : document.fields().entrySet()) {
      Section section = sectionAt(entry.getKey());
      if (section == null) {
        key(Section.TOP, "", entry.getKey(), entry.getValue());
      } else {
        section(section, entry.getValue());
      }
    }
  }

  private void section(Section section, Field field) {
    Map<String, Field> below = fields(section.root(), field);
    if (!section.named()) {
      keys(section, "", below);
      return;
    }
    for (Map.Entry<String, Field> instance : below.entrySet()) {
      String name = instance.getKey();
      values.name(section, name);
      keys(section, name, fields(section.root() + "." + name, instance.getValue()));
    }
  }

  private void keys(Section section, String instance, Map<String, Field> fields) {
    for (Map.Entry<String, Field> entry : fields.entrySet()) {
      key(section, instance, entry.getKey(), entry.getValue());
    }
  }

  private void key(Section section, String instance, String name, Field field) {
    Key<?> key = section.key(name);
    if (key == null) {
      problems.add(
          new Problem(
              field.keyOrigin(),
              "unknown key '" + section.pathOf(instance, name) + "'" + hint(section, name)));
    } else if (key == Keys.CONFIG) {
      problems.add(new Problem(field.keyOrigin(), "a file can't name the file to read; remove it"));
    } else if (key.open()) {
      children(section, instance, key, field);
    } else {
      value(new Address(section, instance, key, ""), field.value());
    }
  }

  private void children(Section section, String instance, Key<?> key, Field field) {
    Map<String, Field> children = fields(section.pathOf(instance, key.name()), field);
    for (Map.Entry<String, Field> child : children.entrySet()) {
      Address address = new Address(section, instance, key, child.getKey());
      ConfigNode value = child.getValue().value();
      if (key.shape() == Key.Shape.FREE) {
        values.put(address, value);
      } else {
        value(address, value);
      }
    }
  }

  private void value(Address address, ConfigNode value) {
    boolean list = address.key().shape() == Key.Shape.LIST;
    if (list && value instanceof Items items ? areTexts(items) : isText(value)) {
      values.put(address, value);
      return;
    }
    String takes = list ? "a list of texts" : "one value (" + address.key().type().name() + ")";
    problems.add(
        new Problem(
            value.origin(), address.path() + " takes " + takes + ", found " + value.kind()));
  }

  private static boolean areTexts(Items items) {
    for (ConfigNode item : items.items()) {
      if (!isText(item)) {
        return false;
      }
    }
    return true;
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

  private static @Nullable Section sectionAt(String name) {
    for (Section section : Section.values()) {
      if (section != Section.TOP && section.root().equals(name)) {
        return section;
      }
    }
    return null;
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
