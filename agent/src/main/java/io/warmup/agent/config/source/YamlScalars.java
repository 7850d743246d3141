package io.warmup.agent.config.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What YAML 1.2's core schema makes of a scalar once its variables are filled in. */
final class YamlScalars {

  private final ScalarResolver resolver = new CoreSchema().getScalarResolver();

  /** String, Integer, Long, Double or Boolean; null for {@code null} and nothing at all. */
  @Nullable Object value(String text, ScalarNode node) {
    if (!node.isPlain()) {
      return text;
    }
    Tag tag = resolver.resolve(text, true);
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (tag.equals(Tag.INT)) {
      return integer(text);
    }
    return tag.equals(Tag.FLOAT) ? floating(text) : text;
  }

  private static Object integer(String text) {
    try {
      long number =
          text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.decode(decimal(text));
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
