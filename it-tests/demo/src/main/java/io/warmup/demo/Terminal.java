package io.warmup.demo;

import java.io.Console;

/** What standard output is. */
final class Terminal {

  private Terminal() {}

  /** Whether a person is watching. */
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      // Since 22 there is always a console, and this method to ask whether it is a terminal.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
