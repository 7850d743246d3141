package io.warmup.agent.config.key;

import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.HeapLimit;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** The types of value that keys take. */
final class Types {

  // Compiled when such a value is read: most files have none.
  private static final String METHOD = "[\\w.$]+#[\\w$]+";
  private static final String HOST_PORT = "(?:([\\w.-]+|\\[[0-9a-fA-F:.]+]):)?(\\d{1,5})";
  private static final String PACKAGE_PREFIX = "(?:[\\w$]+\\.)+";
  private static final WholeNumber CONCURRENCY_LIMIT = new WholeNumber(1, 10_000);

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
          "{ \"anyOf\": [{ \"const\": \"adaptive\" }, " + CONCURRENCY_LIMIT.schema() + "] }",
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
    WholeNumber number = new WholeNumber(min, max);
    return new Type<>("number", number.schema(), text -> (int) number.read(text));
  }

  /** A whole number, at least {@code min}. */
  static Type<Long> longCount(long min) {
    WholeNumber number = new WholeNumber(min, Long.MAX_VALUE);
    return new Type<>("number", number.schema(), number::read);
  }

  /** One of an enum's names, in lower case. */
  static <E extends Enum<E>> Type<E> oneOf(Class<E> type) {
    Words<E> words = new Words<>(type);
    return new Type<>(words.quoted("`"), "{ \"enum\": [" + words.quoted("\"") + "] }", words::read);
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
        : new Concurrency.Fixed(concurrencyLimit(text));
  }

  private static int concurrencyLimit(String text) {
    try {
      return (int) CONCURRENCY_LIMIT.read(text);
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

  private static String string() {
    return "{ \"type\": \"string\" }";
  }

  /** Zero is zero in every unit. */
  private static String orZero(String regex) {
    return "{ \"anyOf\": [{ \"const\": 0 }, " + pattern(regex) + "] }";
  }

  private static String pattern(String regex) {
    return "{ \"type\": \"string\", \"pattern\": \"" + regex.replace("\\", "\\\\") + "\" }";
  }
}
