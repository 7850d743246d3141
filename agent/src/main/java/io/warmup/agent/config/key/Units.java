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
 * Read by hand where a default is: regular expressions would be compiled at every start.
 */
final class Units {

  private static final String SIZE = "(\\d+(?:\\.\\d+)?)([KMGT]?I?B?)";

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
    return text.startsWith("P") ? isoDuration(text) : sum(text.replace(" ", ""));
  }

  /** {@code 1h30m}. */
  private static Duration sum(String parts) {
    BigDecimal nanos = BigDecimal.ZERO;
    int at = 0;
    do {
      int unit = numberEnd(parts, at);
      int next = unit;
      while (next < parts.length() && !isDigit(parts.charAt(next))) {
        next++;
      }
      Long factor = NANOS.get(parts.substring(unit, next));
      if (unit == at || factor == null) {
        throw new WrongValueException(
            isNumber(parts)
                ? "has no unit; write " + parts + "s, " + parts + "ms or " + parts + "m"
                : "is not a duration; write for example 500ms, 30s, 1h30m, 2d or PT30S");
      }
      BigDecimal number = new BigDecimal(parts.substring(at, unit));
      nanos = nanos.add(number.multiply(BigDecimal.valueOf(factor)));
      at = next;
    } while (at < parts.length());
    return Duration.ofNanos(within(nanos, "is longer than 292 years"));
  }

  /** Per second. */
  static double rate(String text) {
    if (text.equals("0")) {
      return 0;
    }
    String compact = text.replace(" ", "");
    int slash = numberEnd(compact, 0);
    double seconds =
        switch (compact.substring(slash)) {
          case "/s" -> 1;
          case "/m" -> 60;
          case "/h" -> 3600;
          default -> 0;
        };
    if (slash == 0 || seconds == 0) {
      throw new WrongValueException(
          isNumber(text)
              ? "has no unit; write " + text + "/s, " + text + "/m or " + text + "/h"
              : "is not a rate; write for example 500/s, or 0 for no limit");
    }
    return Double.parseDouble(compact.substring(0, slash)) / seconds;
  }

  /** 0..1. */
  static double share(String text) {
    if (text.equals("0")) {
      return 0;
    }
    String compact = text.replace(" ", "");
    int sign = numberEnd(compact, 0);
    if (sign == 0 || !compact.substring(sign).equals("%")) {
      throw new WrongValueException(
          isNumber(text)
              ? "has no unit; write " + text + "%"
              : "is not a percentage; write for example 10%");
    }
    double percent = Double.parseDouble(compact.substring(0, sign));
    if (percent > 100) {
      throw new WrongValueException("is more than 100%");
    }
    return percent / 100;
  }

  /** Bytes; as everywhere in the JVM, 1 KB is 1,024 bytes. */
  static long size(String text) {
    Matcher size = Pattern.compile(SIZE).matcher(text.replace(" ", "").toUpperCase(Locale.ROOT));
    if (!size.matches() || size.group(2).isEmpty()) {
      throw new WrongValueException(
          isNumber(text)
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

  private static long within(BigDecimal value, String otherwise) {
    if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new WrongValueException(otherwise);
    }
    return value.longValue();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && numberEnd(text, 0) == text.length();
  }

  /** Behind digits, and a point with more of them; {@code from} where there are none. */
  private static int numberEnd(String text, int from) {
    int point = digitsEnd(text, from);
    if (point == from || point == text.length() || text.charAt(point) != '.') {
      return point;
    }
    int end = digitsEnd(text, point + 1);
    return end == point + 1 ? point : end;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
