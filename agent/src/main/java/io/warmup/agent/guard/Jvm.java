package io.warmup.agent.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * This JVM as far as it can be known without JMX, which must not be touched before the
 * application's own main.
 *
 * @param command main class or jar with its arguments, {@code sun.java.command}
 * @param options the JVM's options, from the command line and the environment
 */
public record Jvm(String command, List<String> options) {

  private static final List<String> OPTION_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** The JVM this runs in. */
  public static Jvm current() {
    return of(
        System.getProperty("sun.java.command", ""),
        ProcessHandle.current().info().arguments().orElse(new String[0]),
        System.getenv());
  }

  static Jvm of(String command, String[] processArguments, Map<String, String> environment) {
    List<String> options = new ArrayList<>(List.of(processArguments));
    for (String variable : OPTION_VARIABLES) {
      options.addAll(List.of(environment.getOrDefault(variable, "").trim().split("\\s+")));
    }
    return new Jvm(command, List.copyOf(options));
  }

  /** The first word of the command: a class, {@code module/class}, or a jar. */
  String main() {
    int end = command.indexOf(' ');
    return end < 0 ? command : command.substring(0, end);
  }
}
