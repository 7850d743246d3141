package io.warmup.agent.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * This JVM as far as it can be known without JMX, which must not be touched before the
 * application's own main.
 */
public abstract class Jvm {

  private static final List<String> OPTION_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** The JVM this runs in. For premain: no lambda. */
  public static Jvm current() {
    return new ThisJvm(null);
  }

  /**
   * The same.
   *
   * @param options asks it for those it has taken; may throw
   */
  public static Jvm current(Supplier<List<String>> options) {
    return new ThisJvm(options);
  }

  /** Main class or jar with its arguments, {@code sun.java.command}. */
  abstract String command();

  /** The JVM's options, from the command line and the environment. Dearer to find out. */
  abstract List<String> options();

  /** The first word of the command: a class, {@code module/class}, or a jar. */
  String main() {
    String command = command();
    int end = command.indexOf(' ');
    return end < 0 ? command : command.substring(0, end);
  }

  static List<String> options(List<String> processArguments, Map<String, String> environment) {
    List<String> options = new ArrayList<>(processArguments);
    for (String variable : OPTION_VARIABLES) {
      options.addAll(List.of(environment.getOrDefault(variable, "").trim().split("\\s+")));
    }
    return List.copyOf(options);
  }

  private static final class ThisJvm extends Jvm {

    private final @Nullable Supplier<List<String>> taken;

    ThisJvm(@Nullable Supplier<List<String>> taken) {
      this.taken = taken;
    }

    @Override
    String command() {
      return System.getProperty("sun.java.command", "");
    }

    @Override
    List<String> options() {
      try {
        return taken == null ? givenOptions() : taken.get();
      } catch (RuntimeException | LinkageError e) {
        return givenOptions();
      }
    }

    /** Without those in the files that it was given instead. */
    private static List<String> givenOptions() {
      return options(processArguments(), System.getenv());
    }

    /** Where there is one, the file spares the JDK's process API: 30 ms of classes and a thread. */
    private static List<String> processArguments() {
      try {
        return List.of(Files.readString(Path.of("/proc/self/cmdline")).split("\0"));
      } catch (IOException | RuntimeException e) {
        return List.of(ProcessHandle.current().info().arguments().orElse(new String[0]));
      }
    }
  }
}
