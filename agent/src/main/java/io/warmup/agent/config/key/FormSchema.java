package io.warmup.agent.config.key;

/** Forms as fragments of JSON Schema, which only its generator asks for. */
final class FormSchema {

  private FormSchema() {}

  static String of(Form form) {
    return switch (form) {
      case TEXT -> "{ \"type\": [\"string\", \"number\"] }";
      case VERSION -> "{ \"const\": 1 }";
      case SWITCH -> "{ \"type\": \"boolean\" }";
      case DURATION, SOME_TIME -> orZero("^((\\d+(\\.\\d+)?(us|ms|s|m|h|d) ?)+|P.+)$");
      case RATE -> orZero("^\\d+(\\.\\d+)?/(s|m|h)$");
      case SHARE -> orZero("^\\d+(\\.\\d+)?%$");
      case PERCENT -> anyOf(Form.PERCENTS.schema(), pattern("^\\d+%$"));
      case CONCURRENCY -> anyOf("{ \"const\": \"adaptive\" }", Form.CONCURRENCY_LIMIT.schema());
      case HEAP_LIMIT -> pattern("^\\d+(\\.\\d+)?(%|[KMGTkmgt]?[iI]?[bB]?)$");
      case METHOD_NAME -> pattern("^" + Form.METHOD_REGEX + "$");
      case PREFIX -> pattern("^" + Form.PREFIX_REGEX + "$");
      case PATH, TIME_ZONE, HOST_AND_PORT -> "{ \"type\": \"string\" }";
    };
  }

  /** Zero is zero in every unit. */
  private static String orZero(String regex) {
    return anyOf("{ \"const\": 0 }", pattern(regex));
  }

  private static String anyOf(String one, String other) {
    return "{ \"anyOf\": [" + one + ", " + other + "] }";
  }

  private static String pattern(String regex) {
    return "{ \"type\": \"string\", \"pattern\": \"" + regex.replace("\\", "\\\\") + "\" }";
  }
}
