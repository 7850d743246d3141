package io.warmup.scenarios.jvm;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the JVM itself has to say against those in it, in each of its three ways. */
final class JvmWarnings {

  private static final Predicate<String> WARNING =
      Pattern.compile("\\[warning\\]|VM warning:|^WARNING:", Pattern.CASE_INSENSITIVE)
          .asPredicate();

  /**
   * Java 24 and later on what libraries of the applications do, with the agent or without. The
   * lines that name a culprit are told if it is the agent.
   */
  private static final Predicate<String> OF_A_LIBRARY =
      Stream.of(
              "A terminally deprecated method in sun\\.misc\\.Unsafe has been called",
              "sun\\.misc\\.Unsafe::\\w+ has been called by (?!io\\.warmup\\.)",
              "sun\\.misc\\.Unsafe::\\w+ will be removed in a future release",
              "Please consider reporting this to the maintainers of (class )?(?!io\\.warmup\\.)",
              "A restricted method in java\\.lang\\.\\w+ has been called",
              "java\\.lang\\.\\w+::\\w+ has been called by (?!io\\.warmup\\.)",
              "Use --enable-native-access=",
              "Restricted methods will be blocked in a future release")
          .map(text -> Pattern.compile("^WARNING: " + text).asPredicate())
          .reduce(Predicate::or)
          .orElseThrow();

  private JvmWarnings() {}

  /**
   * Those that nobody has foreseen.
   *
   * @param foreseen what it says without the agent too
   */
  static List<String> in(List<String> lines, List<Pattern> foreseen) {
    return lines.stream()
        .filter(WARNING)
        .filter(OF_A_LIBRARY.negate())
        .filter(line -> foreseen.stream().noneMatch(pattern -> pattern.matcher(line).find()))
        .toList();
  }
}
