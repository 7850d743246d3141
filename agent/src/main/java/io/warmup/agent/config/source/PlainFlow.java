package io.warmup.agent.config.source;

import io.warmup.agent.config.source.PlainLines.Line;
import io.warmup.agent.config.source.PlainYaml.NotPlain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code { key: value, … }} and {@code [ value, … ]} on one line, within each other too. */
final class PlainFlow {

  private static final int DEEPEST = 8;

  private final YamlNodes nodes;
  private final Line line;
  private int at;

  /**
   * @param start where the brace or bracket is
   */
  PlainFlow(YamlNodes nodes, Line line, int start) {
    this.nodes = nodes;
    this.line = line;
    this.at = start;
  }

  /** All of it, up to the end of the line. */
  ConfigNode read() throws NotPlain {
    ConfigNode read = collection(0);
    int behind = line.skipSpaces(at);
    if (!line.endsAt(behind)) {
      throw new NotPlain();
    }
    return read;
  }

  private ConfigNode collection(int depth) throws NotPlain {
    if (depth > DEEPEST) {
      throw new NotPlain();
    }
    Origin origin = nodes.at(line.number(), line.indent() + at);
    return line.content().charAt(at) == '{' ? fields(depth, origin) : items(depth, origin);
  }

  private ConfigNode fields(int depth, Origin origin) throws NotPlain {
    Map<String, ConfigNode.Field> fields = new LinkedHashMap<>();
    for (boolean more = begin('}'); more; more = goesOn('}')) {
      Line rest = line.from(at);
      int colon = rest.keyEnd();
      if (colon < 0) {
        throw new NotPlain();
      }
      Origin keyOrigin = nodes.at(line.number(), line.indent() + at);
      at = line.skipSpaces(at + colon + 1);
      Optional<ConfigNode> value = value(depth);
      if (value.isPresent()) {
        nodes.add(fields, rest.text(0, colon), keyOrigin, value.get());
      }
    }
    return new ConfigNode.Fields(Collections.unmodifiableMap(fields), origin);
  }

  private ConfigNode items(int depth, Origin origin) throws NotPlain {
    List<ConfigNode> items = new ArrayList<>();
    for (boolean more = begin(']'); more; more = goesOn(']')) {
      Optional<ConfigNode> item = value(depth);
      if (item.isPresent()) {
        items.add(item.get());
      }
    }
    return new ConfigNode.Items(List.copyOf(items), origin);
  }

  private boolean begin(char end) throws NotPlain {
    at = line.skipSpaces(at + 1);
    if (next() == end) {
      at++;
      return false;
    }
    return true;
  }

  private boolean goesOn(char end) throws NotPlain {
    at = line.skipSpaces(at);
    char next = next();
    at++;
    if (next == end) {
      return false;
    }
    if (next != ',') {
      throw new NotPlain();
    }
    at = line.skipSpaces(at);
    return true;
  }

  private Optional<ConfigNode> value(int depth) throws NotPlain {
    next();
    if (line.isCollection(at)) {
      return Optional.of(collection(depth + 1));
    }
    int start = at;
    boolean quoted = line.isQuoted(start);
    at = quoted ? line.closingQuote(start) + 1 : endOfPlain();
    String text = line.text(start, at).strip();
    String scalar = new Line(line.number(), 0, text).scalar(0);
    if (scalar == null || (!quoted && !scalar.equals(text))) {
      throw new NotPlain();
    }
    return nodes.scalar(scalar, !quoted, nodes.at(line.number(), line.indent() + start));
  }

  private int endOfPlain() throws NotPlain {
    int end = at;
    while (end < line.content().length() && ",[]{}".indexOf(line.content().charAt(end)) < 0) {
      end++;
    }
    if (end == at
        || end == line.content().length()
        || "[{".indexOf(line.content().charAt(end)) >= 0) {
      throw new NotPlain();
    }
    return end;
  }

  private char next() throws NotPlain {
    if (at >= line.content().length()) {
      throw new NotPlain();
    }
    return line.content().charAt(at);
  }
}
