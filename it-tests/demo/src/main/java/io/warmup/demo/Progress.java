package io.warmup.demo;

import java.io.PrintStream;

/** Says what the demo is doing: a bar that fills on a terminal, plain lines elsewhere. */
final class Progress {

  private static final int WIDTH = 20;

  private final PrintStream out;
  private final boolean terminal;
  private int quarters;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Something begins. */
  void begin(String what) {
    quarters = 0;
    if (terminal) {
      redraw(what);
    } else {
      out.println(what);
    }
  }

  /**
   * It goes on.
   *
   * @param done 0..1
   */
  void advance(String what, double done) {
    double share = Math.min(1, done);
    if (terminal) {
      int filled = (int) (share * WIDTH);
      redraw(what + " [" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "]" + percent(share));
    } else if ((int) (share * 4) > quarters) {
      quarters = (int) (share * 4);
      out.println(what + percent(share));
    }
  }

  /** It is done. */
  void end(String result) {
    if (terminal) {
      redraw(result);
      out.println();
    } else {
      out.println(result);
    }
  }

  private static String percent(double share) {
    return String.format(" %3.0f %%", share * 100);
  }

  private void redraw(String line) {
    out.print("\r\033[K" + line);
    out.flush();
  }
}
