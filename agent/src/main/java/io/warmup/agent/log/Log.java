package io.warmup.agent.log;

import io.warmup.agent.log.LogSink.Level;

/**
 * The agent's voice: every line it says goes through here, to one place at a time. Starts on
 * stderr, which is safe from premain on, and is switched to the application's logging once.
 * Thread-safe.
 */
public final class Log {

  private static final String PREFIX = "[warmup] ";

  private final LogSink first;
  private volatile LogSink sink;

  /** Speaks on stderr until told otherwise. */
  public Log() {
    this(new StderrSink());
  }

  /** Speaks to {@code first} until told otherwise, and again whenever a later sink throws. */
  public Log(LogSink first) {
    this.first = first;
    this.sink = first;
  }

  /** From now on every line goes to this sink and to no other. */
  public void switchTo(LogSink next) {
    sink = next;
  }

  /** Something went as it should. */
  public void info(String message) {
    write(Level.INFO, message);
  }

  /** Something the reader should look at. */
  public void warn(String message) {
    write(Level.WARN, message);
  }

  private void write(Level level, String message) {
    String line = PREFIX + OneLine.of(message);
    try {
      sink.write(level, line);
    } catch (RuntimeException | LinkageError brokenLogging) {
      first.write(level, line);
    }
  }
}
