package io.warmup.demo;

import java.io.Console;
import java.nio.charset.Charset;

/** What standard output is, and what it can show. */
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

  /** Whether it shows these characters, or question marks in their place. */
  static boolean shows(String characters) {
    // Since 19 the property tells; before, standard output speaks the default charset.
    String charset = System.getProperty("stdout.encoding", Charset.defaultCharset().name());
    return Charset.isSupported(charset)
        && Charset.forName(charset).newEncoder().canEncode(characters);
  }
}
