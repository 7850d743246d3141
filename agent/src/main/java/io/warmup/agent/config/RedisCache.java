package io.warmup.agent.config;

/**
 * A cache the application keeps in Redis by its own client, without a cache library above it.
 *
 * @param prefix stands before each key
 * @param serializer what values are written as
 */
public record RedisCache(String prefix, Serializer serializer) {

  /** What the application reads values back with. */
  public enum Serializer {
    /** UTF-8 text of {@code toString()}. */
    STRING,
    /** The bytes as the strategy gives them. */
    BYTES,
    /** JSON, by the application's Jackson. */
    JSON,
    /** Java serialisation. */
    JAVA
  }
}
