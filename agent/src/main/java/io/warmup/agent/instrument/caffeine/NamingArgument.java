package io.warmup.agent.instrument.caffeine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cache was built for, as far as an argument says so: {@code prices} in {@code
 * create("prices", spec)}. It is looked for in the method that builds, then in those that have
 * called it, as helpers have no name to pass on.
 */
final class NamingArgument {

  /** Methods of the application that are looked at: the one that builds, and two above it. */
  private static final int METHODS = 3;

  private static final List<String> REFLECTION =
      List.of("java.lang.reflect.", "jdk.internal.reflect.", "java.lang.invoke.");

  private NamingArgument() {}

  /**
   * The names among the arguments of the first method that has any, joined by dots.
   *
   * @param frames innermost first, with those of reflection
   * @return null if no argument is a name, or none is known any more
   */
  static @Nullable String of(List<StackWalker.StackFrame> frames) {
    int methods = 0;
    for (StackWalker.StackFrame frame : frames) {
      if (isReflection(frame)) {
        return null; // called by a container, whose own arguments are about anything it makes
      }
      if (isOfTheJdk(frame)) {
        continue; // computeIfAbsent and the like call back
      }
      if (methods++ == METHODS) {
        return null;
      }
      CallArguments arguments = CallArguments.of(frame);
      if (arguments.lost()) {
        return null; // or another name would be found than at the next start
      }
      if (!arguments.names().isEmpty()) {
        return String.join(".", arguments.names());
      }
    }
    return null;
  }

  /** Whether a method is called by way of its name. */
  static boolean isReflection(StackWalker.StackFrame frame) {
    return isOfTheJdk(frame) && REFLECTION.stream().anyMatch(frame.getClassName()::startsWith);
  }

  private static boolean isOfTheJdk(StackWalker.StackFrame frame) {
    return frame.getDeclaringClass().getClassLoader() == null;
  }
}
