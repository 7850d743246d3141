package io.warmup.agent.config.key;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with a unit. A number without one is refused wherever the unit could be guessed wrong.
 */
final class Units {

  static final String NUMBER = "\\d+(?:\\.\\d+)?";

  private static final Pattern DURATION_PART = Pattern.compile("(" + NUMBER + ")(us|ms|s|m|h|d)");
  private static final Pattern RATE = Pattern.compile("(" + NUMBER + ")/(s|m|h)");
  private static final Pattern SHARE = Pattern.compile("(" + NUMBER + ")%");
  private static final Pattern SIZE = Pattern.compile("(" + NUMBER + ")([KMGT]?I?B?)");

  private static final Map<String, Long> NANOS =
      Map.of(
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);

  private Units() {}

  static Duration duration(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (text.startsWith("P")) {
      return isoDuration(text);
    }
    String compact = text.replace(" ", "");
    Matcher part = DURATION_PART.matcher(compact);
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit(NANOS, part.group(2))));
      end = part.end();
    }
    if (end == 0 || end != compact.length()) {
      throw new WrongValueException(
          compact.matches(NUMBER)
              ? "has no unit; write " + compact + "s, " + compact + "ms or " + compact + "m"
              : "is not a duration; write for example 500ms, 30s, 1h30m, 2d or PT30S");
    }
    return Duration.ofNanos(within(nanos, "is longer than 292 years"));
  }

  /** Per second. */
  static double rate(String text) {
    if (text.equals("0")) {
      return 0;
    }
    Matcher rate = RATE.matcher(text.replace(" ", ""));
    if (!rate.matches()) {
      throw new WrongValueException(
          text.matches(NUMBER)
              ? "has no unit; write " + text + "/s, " + text + "/m or " + text + "/h"
              : "is not a rate; write for example 500/s, or 0 for no limit");
    }
    double seconds = unit(NANOS, rate.group(2)).doubleValue() / 1e9;
    return Double.parseDouble(rate.group(1)) / seconds;
  }

  /** 0..1. */
  static double share(String text) {
    if (text.equals("0")) {
      return 0;
    }
    Matcher share = SHARE.matcher(text.replace(" ", ""));
    if (!share.matches()) {
      throw new WrongValueException(
          text.matches(NUMBER)
              ? "has no unit; write " + text + "%"
              : "is not a percentage; write for example 10%");
    }
    double percent = Double.parseDouble(share.group(1));
    if (percent > 100) {
      throw new WrongValueException("is more than 100%");
    }
    return percent / 100;
  }

  /** Bytes; as everywhere in the JVM, 1 KB is 1,024 bytes. */
  static long size(String text) {
    Matcher size = SIZE.matcher(text.replace(" ", "").toUpperCase(Locale.ROOT));
    if (!size.matches() || size.group(2).isEmpty()) {
      throw new WrongValueException(
          text.matches(NUMBER)
              ? "has no unit; write " + text + "MB or " + text + "%"
              : "is not a size; write for example 64MB, 2GB or 85%");
    }
    int power = " KMGT".indexOf(size.group(2).charAt(0));
    BigDecimal unit = BigDecimal.valueOf(1L << (10 * Math.max(0, power)));
    return within(new BigDecimal(size.group(1)).multiply(unit), "is too large");
  }

  private static Duration isoDuration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative()) {
        throw new WrongValueException("is negative");
      }
      return Duration.ofNanos(duration.toNanos());
    } catch (DateTimeParseException e) {
      throw new WrongValueException("is not an ISO duration; write for example PT30S, or 30s");
    } catch (ArithmeticException e) {
      throw new WrongValueException("is longer than 292 years");
    }
  }

  private static BigDecimal unit(Map<String, Long> units, String name) {
    Long factor = units.get(name);
    if (factor == null) {
      throw new WrongValueException("has an unknown unit '" + name + "'");
    }
    return BigDecimal.valueOf(factor);
  }

  private static long within(BigDecimal value, String otherwise) {
    if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new WrongValueException(otherwise);
    }
    return value.longValue();
  }
}
