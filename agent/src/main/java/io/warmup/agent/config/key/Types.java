package io.warmup.agent.config.key;

import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.HeapLimit;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of value that keys take. */
final class Types {

  // Compiled when such a value is read: most files have none.
  private static final String METHOD = "[\\w.$]+#[\\w$]+";
  private static final String HOST_PORT = "(?:([\\w.-]+|\\[[0-9a-fA-F:.]+]):)?(\\d{1,5})";
  private static final String PACKAGE_PREFIX = "(?:[\\w$]+\\.)+";

  static final Type<String> TEXT =
      new Type<>("text", "{ \"type\": [\"string\", \"number\"] }", text -> text);

  static final Type<Boolean> SWITCH =
      new Type<>("true or false", "{ \"type\": \"boolean\" }", Types::readSwitch);

  static final Type<Duration> DURATION =
      new Type<>("duration", orZero("^((\\d+(\\.\\d+)?(us|ms|s|m|h|d) ?)+|P.+)$"), Units::duration);

  /** A duration longer than zero. */
  static final Type<Duration> SOME_TIME =
      new Type<>(
          "duration",
          DURATION.schema(),
          text -> {
            Duration duration = Units.duration(text);
            if (duration.isZero()) {
              throw new WrongValueException("is no time at all; give it more than 0");
            }
            return duration;
          });

  static final Type<Double> RATE =
      new Type<>("rate", orZero("^\\d+(\\.\\d+)?/(s|m|h)$"), Units::rate);

  static final Type<Double> SHARE =
      new Type<>("percentage", orZero("^\\d+(\\.\\d+)?%$"), Units::share);

  /** A whole number of percent, with or without its sign. */
  static final Type<Integer> PERCENT =
      new Type<>(
          "percentage",
          "{ \"anyOf\": [{ \"type\": \"integer\", \"minimum\": 0, \"maximum\": 100 }, "
              + pattern("^\\d+%$")
              + "] }",
          text -> count(0, 100).reader().read(text.replaceFirst("\\s*%$", "")));

  static final Type<Concurrency> CONCURRENCY =
      new Type<>(
          "number or adaptive",
          "{ \"anyOf\": [{ \"const\": \"adaptive\" }, " + integer(1, 10_000) + "] }",
          Types::readConcurrency);

  static final Type<HeapLimit> HEAP_LIMIT =
      new Type<>(
          "size or percentage",
          pattern("^\\d+(\\.\\d+)?(%|[KMGTkmgt]?[iI]?[bB]?)$"),
          Types::readHeapLimit);

  static final Type<Path> PATH = new Type<>("path", string(), Types::readPath);

  static final Type<ZoneId> TIME_ZONE = new Type<>("time zone", string(), Types::readTimeZone);

  static final Type<String> METHOD_NAME =
      matching(
          "Class#method",
          METHOD,
          "is not a method; write its class's full name, # and its name: com.acme.Server#start");

  static final Type<String> PREFIX =
      matching(
          "package prefix",
          PACKAGE_PREFIX,
          "is not a package prefix; write for example com.acme.shaded. with the dot at its end");

  static final Type<String> HOST_AND_PORT =
      new Type<>("host:port", string(), Types::readHostAndPort);

  private Types() {}

  /** A whole number from {@code min} to {@code max}. */
  static Type<Integer> count(int min, int max) {
    return new Type<>(
        "number", integer(min, max), text -> Math.toIntExact(readNumber(text, min, max)));
  }

  /** A whole number, at least {@code min}. */
  static Type<Long> longCount(long min) {
    return new Type<>(
        "number",
        "{ \"type\": \"integer\", \"minimum\": " + min + " }",
        text -> readNumber(text, min, Long.MAX_VALUE));
  }

  /** One of an enum's names, in lower case. */
  static <E extends Enum<E>> Type<E> oneOf(Class<E> type) {
    E[] values = type.getEnumConstants();
    String names = Arrays.stream(values).map(Types::word).collect(Collectors.joining("`, `"));
    return new Type<>(
        "`" + names + "`",
        "{ \"enum\": [\"" + names.replace("`, `", "\", \"") + "\"] }",
        text ->
            Arrays.stream(values)
                .filter(value -> word(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                    () ->
                        new WrongValueException(
                            "is none of "
                                + names.replace("`", "")
                                + NearestName.to(
                                    text, Arrays.stream(values).map(Types::word).toList()))));
  }

  /** Just one number. */
  static Type<Integer> only(int number, String otherwise) {
    return new Type<>(
        "`" + number + "`",
        "{ \"const\": " + number + " }",
        text -> {
          if (!text.equals(String.valueOf(number))) {
            throw new WrongValueException(otherwise);
          }
          return number;
        });
  }

  private static Type<String> matching(String name, String regex, String otherwise) {
    return new Type<>(
        name,
        pattern("^" + regex + "$"),
        text -> {
          if (!text.matches(regex)) {
            throw new WrongValueException(otherwise);
          }
          return text;
        });
  }

  private static long readNumber(String text, long min, long max) {
    String range =
        max == Long.MAX_VALUE ? "a whole number from " + min : "between " + min + " and " + max;
    try {
      long number = Long.parseLong(text.replace("_", ""));
      if (number < min || number > max) {
        throw new WrongValueException("is out of range; it must be " + range);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new WrongValueException("is not a whole number; it must be " + range);
    }
  }

  private static boolean readSwitch(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongValueException("is neither true nor false");
    };
  }

  private static Concurrency readConcurrency(String text) {
    return text.equals("adaptive")
        ? new Concurrency.Adaptive()
        : new Concurrency.Fixed(Math.toIntExact(concurrencyLimit(text)));
  }

  private static long concurrencyLimit(String text) {
    try {
      return readNumber(text, 1, 10_000);
    } catch (WrongValueException e) {
      throw new WrongValueException(e.getMessage() + ", or adaptive");
    }
  }

  private static HeapLimit readHeapLimit(String text) {
    return text.endsWith("%")
        ? new HeapLimit.Share(Units.share(text))
        : new HeapLimit.Size(Units.size(text));
  }

  private static Path readPath(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WrongValueException("is not a path: " + e.getReason());
    }
  }

  private static ZoneId readTimeZone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new WrongValueException("is not a time zone; write for example UTC or Europe/Berlin");
    }
  }

  private static String readHostAndPort(String text) {
    var matcher = Pattern.compile(HOST_PORT).matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
      throw new WrongValueException(
          "is not an address; write host:port, for example 127.0.0.1:9465");
    }
    return matcher.group(1) == null ? "127.0.0.1:" + text : text;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String string() {
    return "{ \"type\": \"string\" }";
  }

  private static String integer(int min, int max) {
    return "{ \"type\": \"integer\", \"minimum\": " + min + ", \"maximum\": " + max + " }";
  }

  /** Zero is zero in every unit. */
  private static String orZero(String regex) {
    return "{ \"anyOf\": [{ \"const\": 0 }, " + pattern(regex) + "] }";
  }

  private static String pattern(String regex) {
    return "{ \"type\": \"string\", \"pattern\": \"" + regex.replace("\\", "\\\\") + "\" }";
  }
}
