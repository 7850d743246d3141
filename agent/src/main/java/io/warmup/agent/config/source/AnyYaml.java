package io.warmup.agent.config.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML 1.2 to {@link ConfigNode}s that know their line and column. Only the library's node level is
 * used: nothing is ever constructed from a tag.
 */
final class AnyYaml {

  private static final int DEEPEST = 32;
  private static final int MOST_VALUES = 50_000;

  private final String file;
  private final Substitution substitution;
  private YamlNodes nodes;
  private int values;

  AnyYaml(String file, Substitution substitution) {
    this.file = file;
    this.substitution = substitution;
    this.nodes = new YamlNodes(file, substitution);
  }

  /**
   * The file's documents that hold something.
   *
   * @param invalid takes what makes it no YAML
   */
  List<Document> read(String text, List<Problem> invalid) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(new CoreSchema()).build();
    List<Document> documents = new ArrayList<>();
    try {
      for (Node root : new Compose(settings).composeAllFromString(text)) {
        document(root, invalid).ifPresent(documents::add);
      }
      return documents;
    } catch (MarkedYamlEngineException e) {
      invalid.add(new Problem(place(e), "this is no valid YAML: " + reason(e, text)));
    } catch (YamlEngineException e) {
      invalid.add(new Problem(wholeFile(), "this is no valid YAML: " + oneLine(e.getMessage())));
    }
    return List.of();
  }

  private Optional<Document> document(Node root, List<Problem> invalid) {
    nodes = new YamlNodes(file, substitution);
    ConfigNode node = convert(root, 0).orElse(null);
    if (node instanceof ConfigNode.Fields fields) {
      return Optional.of(new Document(fields, nodes.problems()));
    }
    invalid.addAll(nodes.problems());
    if (node != null && !(node instanceof ConfigNode.Text nothing && nothing.value() == null)) {
      invalid.add(
          new Problem(
              node.origin(), "expected keys such as 'mode: warm' here, found " + node.kind()));
    }
    return Optional.empty();
  }

  /** Empty where a problem was found and told. */
  private Optional<ConfigNode> convert(Node node, int depth) {
    Origin origin = origin(node);
    if (depth > DEEPEST || ++values > MOST_VALUES) {
      throw new YamlEngineException(
          depth > DEEPEST
              ? "it is nested more than " + DEEPEST + " deep, or an alias contains itself"
              : "its aliases expand to more than " + MOST_VALUES + " values");
    }
    if (node instanceof MappingNode mapping) {
      return Optional.of(new ConfigNode.Fields(fields(mapping, depth), origin));
    }
    if (node instanceof SequenceNode sequence) {
      return Optional.of(
          new ConfigNode.Items(
              sequence.getValue().stream()
                  .flatMap(item -> convert(item, depth + 1).stream())
                  .toList(),
              origin));
    }
    ScalarNode scalar = (ScalarNode) node;
    return nodes.scalar(scalar.getValue(), scalar.isPlain(), origin);
  }

  private Map<String, ConfigNode.Field> fields(MappingNode mapping, int depth) {
    Map<String, ConfigNode.Field> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Origin keyOrigin = origin(tuple.getKeyNode());
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        convert(tuple.getValueNode(), depth + 1)
            .ifPresent(value -> nodes.add(fields, key.getValue(), keyOrigin, value));
      } else {
        nodes.tell(keyOrigin, "a key must be a single text");
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  private Origin origin(Node node) {
    return node.getStartMark().map(this::origin).orElseGet(this::wholeFile);
  }

  private Origin place(MarkedYamlEngineException e) {
    return e.getProblemMark().or(e::getContextMark).map(this::origin).orElseGet(this::wholeFile);
  }

  private Origin origin(Mark mark) {
    return nodes.at(mark.getLine(), mark.getColumn());
  }

  private Origin wholeFile() {
    return Origin.of(Origin.Source.FILE, file);
  }

  private static String reason(MarkedYamlEngineException e, String text) {
    String context = e.getContext() == null ? "" : " (" + oneLine(e.getContext()) + ")";
    return oneLine(e.getProblem()) + context + hint(e, text);
  }

  /** The two mistakes that people make: a tab, and a variable inside braces without quotes. */
  private static String hint(MarkedYamlEngineException e, String text) {
    int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0);
    String wrong = text.lines().skip(line).findFirst().orElse("");
    if (wrong.stripLeading().length() < wrong.length() && wrong.startsWith("\t")) {
      return "; indent with spaces, not tabs";
    }
    return wrong.contains("${") ? "; put texts with ${…} in quotes" : "";
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", ", ");
  }
}
