package io.warmup.agent.config.key;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of all keys in Markdown, as it stands in the README. */
public final class ConfigReference {

  private ConfigReference() {}

  /** One table a section; ends with a line break. */
  public static String markdown() {
    return Stream.of(Section.values())
        .map(ConfigReference::section)
        .collect(Collectors.joining("\n"));
  }

  private static String section(Section section) {
    String heading = section == Section.TOP ? "Top of the file" : "`" + section.path() + "`";
    return "#### %s\n\n%s\n\n".formatted(heading, doc(section))
        + "| key | takes | default | a change holds | what it does |\n|---|---|---|---|---|\n"
        + section.keys().stream()
            .filter(key -> key.section() == section)
            .map(ConfigReference::row)
            .collect(Collectors.joining());
  }

  private static String doc(Section section) {
    return section == Section.STRATEGY
        ? section.doc() + " It takes all keys of `defaults` too; what it says wins."
        : section.doc();
  }

  private static String row(Key<?> key) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            key.name(), takes(key), fallback(key), effect(key), key.doc().replace("|", "\\|"));
  }

  private static String takes(Key<?> key) {
    return switch (key.shape()) {
      case ONE -> key.type().name();
      case LIST -> key.type().name() + ", or a list";
      case MAP -> "names, a " + key.type().name() + " each";
      case FREE -> "anything";
    };
  }

  private static String fallback(Key<?> key) {
    String fallback = key.fallback();
    return fallback == null || fallback.isEmpty() ? "–" : "`" + fallback + "`";
  }

  private static String effect(Key<?> key) {
    return switch (key.effect()) {
      case AT_ONCE -> "at once";
      case NEXT_RUN -> "at the next run";
      case RESTART -> "after a restart";
    };
  }
}
