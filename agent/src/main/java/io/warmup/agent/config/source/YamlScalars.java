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
      default -> "+-.0123456789".indexOf(text.charAt(0)) < 0 ? text : number(text);
    };
  }

  private static Object number(String text) {
    return isDecimal(text) ? integer(text, text, 10) : OtherNumbers.value(text);
  }

  private static boolean isDecimal(String text) {
    int first = "+-".indexOf(text.charAt(0)) < 0 ? 0 : 1;
    for (int i = first; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return first < text.length();
  }

  private static Object integer(String text, String digits, int radix) {
    try {
      long number = Long.parseLong(digits, radix);
      return number == (int) number ? (Object) (int) number : (Object) number;
    } catch (NumberFormatException tooLong) {
      return text;
    }
  }

  /** Loaded where there may be one. */
  private static final class OtherNumbers {

    private static final Pattern BASED = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");

    private static final Pattern FLOATING =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                + "|[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    static Object value(String text) {
      if (BASED.matcher(text).matches()) {
        return integer(text, text.substring(2), text.charAt(1) == 'x' ? 16 : 8);
      }
      return FLOATING.matcher(text).matches() ? floating(text) : text;
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
