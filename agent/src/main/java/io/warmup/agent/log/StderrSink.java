package io.warmup.agent.log;

import java.io.PrintStream;

/**
 * Standard error as it was when the agent started: an application that later redirects {@code
 * System.err} into its own logging does not get the agent's lines twice.
 */
final class StderrSink implements LogSink {

  private final PrintStream stderr = System.err;

  @Override
  public void write(Level level, String line) {
    stderr.println(level == Level.WARN ? line.replaceFirst("]", "] WARN") : line);
  }
}
