package io.warmup.agent.log;

/**
 * Keeps a message on one line and off the terminal's controls, whatever keys and exception messages
 * it quotes: nobody can forge a second line through a cache key.
 */
public final class OneLine {

  private OneLine() {}

  /** The message with every control character written out. */
  public static String of(String message) {
    StringBuilder line = new StringBuilder(message.length() + 8);
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      if (breaksLine(c)) {
        line.append(c == '\n' ? "\\n" : String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }

  private static boolean breaksLine(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }
}
