package io.warmup.agent.log;

/** Standard error: what there is before the application has set up its own logging. */
public final class StderrLog implements Log {

  private static final String PREFIX = "[warmup] ";

  /** Writes to {@link System#err} as it is at each line. */
  public StderrLog() {}

  @Override
  public void info(String line) {
    System.err.println(PREFIX + line);
  }

  @Override
  public void warn(String line) {
    System.err.println(PREFIX + "WARN " + line);
  }
}
