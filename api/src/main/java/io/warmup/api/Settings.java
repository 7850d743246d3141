package io.warmup.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's own settings, as they stand in the configuration file. Immutable.
 *
 * <p>Values are what YAML makes of them: String, Integer, Long, Double, Boolean, List, Map. The
 * typed getters convert, and say in their exception which setting is wrong.
 */
public final class Settings {

  private static final Settings EMPTY = new Settings(Map.of());

  private final Map<String, @Nullable Object> values;

  private Settings(Map<String, ? extends @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Settings of these values.
   *
   * @param values copied
   * @return the settings
   */
  public static Settings of(Map<String, ? extends @Nullable Object> values) {
    return values.isEmpty() ? EMPTY : new Settings(values);
  }

  /**
   * A text.
   *
   * @param name the setting's name
   * @param fallback the value if the file does not have it
   * @return the value
   */
  public String getString(String name, String fallback) {
    Object value = values.get(name);
    return value == null ? fallback : String.valueOf(value);
  }

  /**
   * A whole number.
   *
   * @param name the setting's name
   * @param fallback the value if the file does not have it
   * @return the value
   * @throws IllegalArgumentException if it is not a whole number in the range of int
   */
  public int getInt(String name, int fallback) {
    long value = getLong(name, fallback);
    if (value != (int) value) {
      throw wrong(name, "a whole number up to " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /**
   * A whole number.
   *
   * @param name the setting's name
   * @param fallback the value if the file does not have it
   * @return the value
   * @throws IllegalArgumentException if it is not a whole number
   */
  public long getLong(String name, long fallback) {
    Object value = values.get(name);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    try {
      return Long.parseLong(value.toString().trim());
    } catch (NumberFormatException e) {
      throw wrong(name, "a whole number");
    }
  }

  /**
   * A number.
   *
   * @param name the setting's name
   * @param fallback the value if the file does not have it
   * @return the value
   * @throws IllegalArgumentException if it is not a number
   */
  public double getDouble(String name, double fallback) {
    Object value = values.get(name);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(value.toString().trim());
    } catch (NumberFormatException e) {
      throw wrong(name, "a number");
    }
  }

  /**
   * A switch.
   *
   * @param name the setting's name
   * @param fallback the value if the file does not have it
   * @return the value
   * @throws IllegalArgumentException if it is neither true nor false
   */
  public boolean getBoolean(String name, boolean fallback) {
    Object value = values.get(name);
    if (value == null) {
      return fallback;
    }
    return switch (value.toString().trim()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "true or false");
    };
  }

  /**
   * A list of texts; a single value counts as a list of one.
   *
   * @param name the setting's name
   * @return the values, unmodifiable, empty if the file does not have it
   */
  public List<String> getStrings(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return List.of(value.toString());
  }

  /**
   * All settings, as they stand in the file.
   *
   * @return an unmodifiable map in the file's order
   */
  public Map<String, @Nullable Object> asMap() {
    return values;
  }

  @Override
  public String toString() {
    return "Settings" + values.keySet();
  }

  private IllegalArgumentException wrong(String name, String expected) {
    return new IllegalArgumentException(
        "settings." + name + ": '" + values.get(name) + "' is not " + expected);
  }
}
