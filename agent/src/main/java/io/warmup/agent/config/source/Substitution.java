package io.warmup.agent.config.source;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environment variables in the file: {@code ${NAME}}, {@code ${NAME:-default}} (also where the
 * variable is empty, as in a shell), and {@code $${} for the characters themselves.
 */
final class Substitution {

  // Compiled when there is one: most files have none.
  private static final String VARIABLE =
      "\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?})?";

  private final Map<String, String> environment;

  Substitution(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The text with its variables filled in.
   *
   * @throws IllegalArgumentException if one is not set, or not closed, in words for the operator
   */
  String apply(String text) {
    return text.contains("${")
        ? Pattern.compile(VARIABLE)
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(value(match)))
        : text;
  }

  private String value(MatchResult match) {
    if (match.group().startsWith("$$")) {
      return "${";
    }
    String name = match.group(1);
    if (name == null) {
      throw new IllegalArgumentException(
          "'${' begins no variable; write ${NAME} or ${NAME:-default}, or $${ for the characters");
    }
    String value = environment.getOrDefault(name, "");
    if (!value.isEmpty()) {
      return value;
    }
    if (match.group(2) != null) {
      return match.group(3);
    }
    if (environment.containsKey(name)) {
      return value;
    }
    throw new IllegalArgumentException(
        "the environment variable " + name + " is not set; set it or write ${" + name + ":-…}");
  }
}
