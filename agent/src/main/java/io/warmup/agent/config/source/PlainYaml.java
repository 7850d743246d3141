package io.warmup.agent.config.source;

import io.warmup.agent.config.source.PlainLines.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document of block mappings, block sequences, and scalars and flow collections of one
 * line, which is how configuration files are written. Anything else, and anything in doubt, is left
 * to {@link AnyYaml}, whose answers it gives to the letter.
 */
final class PlainYaml {

  private static final int DEEPEST = 16;

  private final YamlNodes nodes;
  private final PlainLines lines;

  private PlainYaml(PlainLines lines, YamlNodes nodes) {
    this.lines = lines;
    this.nodes = nodes;
  }

  /** The documents that hold something; null: it takes more than this to read the text. */
  static @Nullable List<Document> read(String text, YamlNodes nodes) {
    PlainLines lines = PlainLines.of(text);
    if (lines == null) {
      return null;
    }
    if (lines.next() == null) {
      return List.of();
    }
    try {
      ConfigNode.Fields root = new PlainYaml(lines, nodes).fields(0, 0);
      return List.of(new Document(root, nodes.problems()));
    } catch (NotPlain e) {
      return null;
    }
  }

  private ConfigNode.Fields fields(int indent, int depth) throws NotPlain {
    Line first = expected(depth);
    Map<String, ConfigNode.Field> fields = new LinkedHashMap<>();
    for (Line line = first; line != null && line.indent() >= indent; line = lines.next()) {
      int colon = line.keyEnd();
      if (line.indent() > indent || colon < 0) {
        throw new NotPlain();
      }
      lines.take();
      Optional<ConfigNode> value = value(line, colon + 1, indent, depth);
      if (value.isPresent()) {
        nodes.add(fields, line.text(0, colon), origin(line, 0), value.get());
      }
    }
    return new ConfigNode.Fields(Collections.unmodifiableMap(fields), origin(first, 0));
  }

  private Optional<ConfigNode> value(Line line, int from, int indent, int depth) throws NotPlain {
    int start = line.skipSpaces(from);
    if (!line.endsAt(start)) {
      return inline(line, start, indent);
    }
    Line below = lines.next();
    if (below != null && below.isItem() && below.indent() >= indent) {
      return Optional.of(items(below.indent(), depth + 1));
    }
    if (below != null && below.indent() > indent) {
      return Optional.of(fields(below.indent(), depth + 1));
    }
    return nodes.scalar("", true, origin(line, from));
  }

  private ConfigNode.Items items(int indent, int depth) throws NotPlain {
    Line first = expected(depth);
    List<ConfigNode> items = new ArrayList<>();
    for (Line line = first; line != null && line.indent() >= indent; line = lines.next()) {
      if (line.indent() > indent) {
        throw new NotPlain();
      }
      if (!line.isItem()) {
        break;
      }
      int start = line.skipSpaces(1);
      Line item = line.from(start);
      if (item.endsAt(0) || item.isItem()) {
        throw new NotPlain();
      }
      if (item.keyEnd() >= 0) {
        lines.replace(item);
        items.add(fields(item.indent(), depth + 1));
      } else {
        lines.take();
        Optional<ConfigNode> value = inline(line, start, indent);
        if (value.isPresent()) {
          items.add(value.get());
        }
      }
    }
    return new ConfigNode.Items(List.copyOf(items), origin(first, 0));
  }

  /** One that goes on in the next line is not plain. */
  private Optional<ConfigNode> inline(Line line, int start, int indent) throws NotPlain {
    Line below = lines.next();
    if (below != null && below.indent() > indent) {
      throw new NotPlain();
    }
    if (line.isCollection(start)) {
      return Optional.of(new PlainFlow(nodes, line, start).read());
    }
    String text = line.scalar(start);
    if (text == null) {
      throw new NotPlain();
    }
    return nodes.scalar(text, !line.isQuoted(start), origin(line, start));
  }

  private Line expected(int depth) throws NotPlain {
    Line line = lines.next();
    if (line == null || depth > DEEPEST) {
      throw new NotPlain();
    }
    return line;
  }

  private Origin origin(Line line, int column) {
    return nodes.at(line.number(), line.indent() + column);
  }

  /** No stack trace: it is no error. */
  static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlain() {
      super(null, null, false, false);
    }
  }
}
