package io.warmup.agent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs one command as a pipe would see it. */
record Shell(int exit, String out, String err) {

  static Shell run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Shell(exit, out.toString(), err.toString());
  }
}
