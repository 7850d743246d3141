package io.warmup.agent.config.key;

/** What a key takes. */
public interface Type<T> {

  /** For people: {@code duration}. */
  String name();

  /** The same as a fragment of JSON Schema. */
  String schema();

  /**
   * Makes a value of a text.
   *
   * @throws WrongValueException if it is none of this type
   */
  T read(String text);
}
