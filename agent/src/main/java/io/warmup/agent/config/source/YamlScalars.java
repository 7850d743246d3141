package io.warmup.agent.config.source;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What YAML 1.2's core schema (section 10.3.2) makes of a plain scalar. */
final class YamlScalars {

  private YamlScalars() {}

  /** String, Integer, Long, Double or Boolean; null for {@code null} and nothing at all. */
  static @Nullable Object value(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> null;
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> "+-.0123456789".indexOf(text.charAt(0)) < 0 ? text : Numbers.value(text);
    };
  }

  /** Loaded where there is one. */
  private static final class Numbers {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");

    private static final Pattern FLOATING =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                + "|[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    static Object value(String text) {
      if (INTEGER.matcher(text).matches()) {
        return integer(text);
      }
      return FLOATING.matcher(text).matches() ? floating(text) : text;
    }

    private static Object integer(String text) {
      try {
        long number =
            text.startsWith("0o")
                ? Long.parseLong(text.substring(2), 8)
                : Long.decode(decimal(text));
        return number == (int) number ? (Object) (int) number : (Object) number;
      } catch (NumberFormatException tooLong) {
        return text;
      }
    }

    /** {@link Long#decode} takes a leading zero for octal; the core schema does not. */
    private static String decimal(String text) {
      return text.startsWith("0x") ? text : text.replaceFirst("^([-+]?)0+(?=\\d)", "$1");
    }

    private static Object floating(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
        case "-.inf" -> Double.NEGATIVE_INFINITY;
        case ".nan" -> Double.NaN;
        default -> Double.valueOf(text);
      };
    }
  }
}
