package io.warmup.agent.config.source;

/**
 * Where a value was said.
 *
 * @param source the kind of place
 * @param where for people: {@code warmup.yaml:7:12}, {@code -Dwarmup.mode}
 * @param line in the file, from 1; 0 elsewhere
 */
public record Origin(Source source, String where, int line) {

  /** Kinds of place, the strongest first. */
  public enum Source {
    ARGUMENT,
    PROPERTY,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  /** Nobody said it. */
  public static final Origin DEFAULT = new Origin(Source.DEFAULT, "default", 0);

  /** Outside the file, or the file as a whole. */
  public static Origin of(Source source, String where) {
    return new Origin(source, where, 0);
  }

  static Origin file(String file, int line, int column) {
    return new Origin(Source.FILE, file + ":" + line + ":" + column, line);
  }

  @Override
  public String toString() {
    return where;
  }
}
