package io.warmup.agent.integration.redis;

import io.warmup.agent.config.RedisCache;
import io.warmup.agent.lifecycle.Beans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;

/** Writes values in the form that the application reads back. Thread-safe. */
interface ValueWriter {

  byte[] bytes(Object value) throws IOException;

  /**
   * @param beans asked for the application's own Jackson
   * @throws IllegalStateException if the application does not have what it takes
   */
  static ValueWriter of(RedisCache.Serializer serializer, Beans beans, ClassLoader loader) {
    return switch (serializer) {
      case STRING -> value -> Bytes.of(value.toString());
      case BYTES -> ValueWriter::asIs;
      case JAVA -> ValueWriter::serialized;
      case JSON -> json(beans, loader);
    };
  }

  private static byte[] asIs(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalArgumentException(
        "serializer bytes takes byte[], and the strategy gave a " + value.getClass().getName());
  }

  private static byte[] serialized(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static ValueWriter json(Beans beans, ClassLoader loader) {
    if (loader.getResource("tools/jackson/databind/ObjectMapper.class") != null) {
      return Jackson3Writer.of(beans);
    }
    if (loader.getResource("com/fasterxml/jackson/databind/ObjectMapper.class") != null) {
      return Jackson2Writer.of(beans);
    }
    throw new IllegalStateException(
        "serializer json needs Jackson, and the application has none on its class path");
  }
}
