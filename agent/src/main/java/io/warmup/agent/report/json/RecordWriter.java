package io.warmup.agent.report.json;

import com.grack.nanojson.JsonObject;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records to JSON objects, a component a member: durations as seconds, instants as ISO-8601, what
 * is not known as null.
 */
final class RecordWriter {

  private RecordWriter() {}

  static JsonObject toJson(Record document) {
    JsonObject json = new JsonObject();
    for (RecordComponent component : document.getClass().getRecordComponents()) {
      json.put(Names.member(component), value(read(component, document)));
    }
    return json;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Record document) {
      return toJson(document);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(RecordWriter::value).toList();
    }
    if (value instanceof Duration duration) {
      return seconds(duration);
    }
    if (value instanceof Enum<?> constant) {
      return Names.constant(constant);
    }
    return value instanceof Instant instant ? instant.toString() : value;
  }

  private static BigDecimal seconds(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }

  private static @Nullable Object read(RecordComponent component, Record document) {
    try {
      return component.getAccessor().invoke(document);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("document records are public", e);
    }
  }
}
