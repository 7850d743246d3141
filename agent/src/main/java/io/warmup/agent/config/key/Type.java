package io.warmup.agent.config.key;

/**
 * What a key takes.
 *
 * @param name for people: {@code duration}
 * @param schema the same as a fragment of JSON Schema
 * @param reader makes a value of a text
 */
public record Type<T>(String name, String schema, Reader<T> reader) {

  /** Makes a value of a text. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads a text.
     *
     * @throws WrongValueException if it is none of this type
     */
    T read(String text);
  }
}
