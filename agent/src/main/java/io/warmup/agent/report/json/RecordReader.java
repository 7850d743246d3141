package io.warmup.agent.report.json;

import com.grack.nanojson.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects to records, the way back of {@link RecordWriter}. A member may be null or missing
 * where its component is {@code @Nullable}; members nobody knows are passed over.
 */
final class RecordReader {

  private RecordReader() {}

  static <R extends Record> R fromJson(JsonObject json, Class<R> type)
      throws UnreadableReportException {
    return record(json, type, "");
  }

  private static <R extends Record> R record(JsonObject json, Class<R> type, String path)
      throws UnreadableReportException {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String at = path + Names.member(component);
      Object member = json.get(Names.member(component));
      if (member == null && !isNullable(component)) {
        throw new UnreadableReportException("is no complete report: " + at + " is missing");
      }
      arguments[i] = member == null ? null : value(member, component.getGenericType(), at);
    }
    return construct(type, components, arguments);
  }

  private static Object value(Object json, Type type, String at) throws UnreadableReportException {
    if (type instanceof ParameterizedType list && json instanceof List<?> elements) {
      return list(elements, list.getActualTypeArguments()[0], at);
    }
    if (type instanceof Class<?> plain) {
      if (json instanceof JsonObject object && plain.isRecord()) {
        return record(object, plain.asSubclass(Record.class), at + ".");
      }
      Object scalar = scalar(json, plain);
      if (scalar != null) {
        return scalar;
      }
    }
    throw new UnreadableReportException("is no warm-up report: " + at + " cannot be " + json);
  }

  private static List<Object> list(List<?> elements, Type type, String at)
      throws UnreadableReportException {
    List<Object> values = new ArrayList<>();
    for (Object element : elements) {
      values.add(value(element, type, at + "[" + values.size() + "]"));
    }
    return List.copyOf(values);
  }

  /** Null where the value does not fit the type. */
  private static @Nullable Object scalar(Object json, Class<?> type) {
    try {
      if (json instanceof Number number) {
        return number(new BigDecimal(number.toString()), type);
      }
      if (json instanceof Boolean truth) {
        return type == boolean.class || type == Boolean.class ? truth : null;
      }
      return json instanceof String text ? text(text, type) : null;
    } catch (ArithmeticException | DateTimeException unfit) {
      return null;
    }
  }

  private static @Nullable Object number(BigDecimal number, Class<?> type) {
    if (type == Duration.class) {
      return Duration.ofNanos(number.movePointRight(9).longValueExact());
    }
    if (type == double.class || type == Double.class) {
      return number.doubleValue();
    }
    if (type == long.class || type == Long.class) {
      return number.longValueExact();
    }
    return type == int.class || type == Integer.class ? number.intValueExact() : null;
  }

  private static @Nullable Object text(String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .filter(constant -> Names.constant((Enum<?>) constant).equals(text))
            .findFirst()
            .orElse(null)
        : null;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static <R extends Record> R construct(
      Class<R> type, RecordComponent[] components, @Nullable Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("document records are public", e);
    }
  }
}
