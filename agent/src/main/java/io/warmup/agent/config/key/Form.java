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

/**
 * How a text has to be written. One switch rather than a lambda for each: every start would pay for
 * linking them all.
 */
enum Form {
  TEXT("text"),
  VERSION("`1`"),
  SWITCH("true or false"),
  DURATION("duration"),
  /** A duration longer than zero. */
  SOME_TIME("duration"),
  RATE("rate"),
  SHARE("percentage"),
  /** A whole number of percent, with or without its sign. */
  PERCENT("percentage"),
  CONCURRENCY("number or adaptive"),
  HEAP_LIMIT("size or percentage"),
  PATH("path"),
  TIME_ZONE("time zone"),
  METHOD_NAME("Class#method"),
  PREFIX("package prefix"),
  HOST_AND_PORT("host:port");

  // Compiled when such a value is read: most files have none.
  static final String METHOD_REGEX = "[\\w.$]+#[\\w$]+";
  static final String PREFIX_REGEX = "(?:[\\w$]+\\.)+";
  private static final String HOST_PORT_REGEX = "(?:([\\w.-]+|\\[[0-9a-fA-F:.]+]):)?(\\d{1,5})";

  static final WholeNumber PERCENTS = new WholeNumber(0, 100);
  static final WholeNumber CONCURRENCY_LIMIT = new WholeNumber(1, 10_000);

  private final String title;

  Form(String title) {
    this.title = title;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** What a text of this form says. */
  Object read(String text) {
    return switch (this) {
      case TEXT -> text;
      case VERSION -> version(text);
      case SWITCH -> onOrOff(text);
      case DURATION -> Units.duration(text);
      case SOME_TIME -> someTime(text);
      case RATE -> Units.rate(text);
      case SHARE -> Units.share(text);
      case PERCENT -> percent(text);
      case CONCURRENCY -> concurrency(text);
      case HEAP_LIMIT -> heapLimit(text);
      case PATH -> path(text);
      case TIME_ZONE -> timeZone(text);
      case METHOD_NAME ->
          matching(
              METHOD_REGEX,
              text,
              "is not a method; write its class's full name, # and its name: com.acme.Server#start");
      case PREFIX ->
          matching(
              PREFIX_REGEX,
              text,
              "is not a package prefix; write for example com.acme.shaded. with the dot at its end");
      case HOST_AND_PORT -> hostAndPort(text);
    };
  }

  private static int version(String text) {
    if (!text.equals("1")) {
      throw new WrongValueException("is not a version of this file that the agent knows; write 1");
    }
    return 1;
  }

  private static boolean onOrOff(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongValueException("is neither true nor false");
    };
  }

  private static Duration someTime(String text) {
    Duration duration = Units.duration(text);
    if (duration.isZero()) {
      throw new WrongValueException("is no time at all; give it more than 0");
    }
    return duration;
  }

  private static int percent(String text) {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    return PERCENTS.read(number.stripTrailing()).intValue();
  }

  private static Concurrency concurrency(String text) {
    return text.equals("adaptive")
        ? new Concurrency.Adaptive()
        : new Concurrency.Fixed(concurrencyLimit(text));
  }

  private static int concurrencyLimit(String text) {
    try {
      return CONCURRENCY_LIMIT.read(text).intValue();
    } catch (WrongValueException e) {
      throw new WrongValueException(e.getMessage() + ", or adaptive");
    }
  }

  private static HeapLimit heapLimit(String text) {
    return text.endsWith("%")
        ? new HeapLimit.Share(Units.share(text))
        : new HeapLimit.Size(Units.size(text));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WrongValueException("is not a path: " + e.getReason());
    }
  }

  private static ZoneId timeZone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new WrongValueException("is not a time zone; write for example UTC or Europe/Berlin");
    }
  }

  private static String matching(String regex, String text, String otherwise) {
    if (!text.matches(regex)) {
      throw new WrongValueException(otherwise);
    }
    return text;
  }

  private static String hostAndPort(String text) {
    var matcher = Pattern.compile(HOST_PORT_REGEX).matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
      throw new WrongValueException(
          "is not an address; write host:port, for example 127.0.0.1:9465");
    }
    return matcher.group(1) == null ? "127.0.0.1:" + text : text;
  }
}
