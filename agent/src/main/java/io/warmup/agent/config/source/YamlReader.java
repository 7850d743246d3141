package io.warmup.agent.config.source;

import java.util.List;

/**
 * Reads YAML the cheap way where a file is written the way nearly all are, and by the library
 * otherwise. Loading the library takes a start 100 to 200 ms of processor time.
 */
final class YamlReader {

  private final String file;
  private final Substitution substitution;

  YamlReader(String file, Substitution substitution) {
    this.file = file;
    this.substitution = substitution;
  }

  /**
   * The file's documents that hold something.
   *
   * @param invalid takes what makes it no YAML
   */
  List<Document> read(String text, List<Problem> invalid) {
    List<Document> plain = PlainYaml.read(text, new YamlNodes(file, substitution));
    return plain != null ? plain : new AnyYaml(file, substitution).read(text, invalid);
  }
}
