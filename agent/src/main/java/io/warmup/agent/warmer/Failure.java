package io.warmup.agent.warmer;

/** Tells a failure to people in one line. */
final class Failure {

  private static final int LONGEST = 300;

  private Failure() {}

  /** Class and message of the throwable, and of its root cause if that is another. */
  static String of(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; depth < 16 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    String line = line(thrown);
    return shorten(root == thrown ? line : line + ", caused by " + line(root));
  }

  private static String line(Throwable thrown) {
    try {
      return thrown.toString().replaceAll("\\s+", " ");
    } catch (Throwable e) {
      return thrown.getClass().getName();
    }
  }

  private static String shorten(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
