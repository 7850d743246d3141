package io.warmup.agent.log;

/** Where log lines go. Implementations are thread-safe; what they throw costs no line. */
@FunctionalInterface
public interface LogSink {

  /** The name the agent's lines carry in the application's logging. */
  String LOGGER = "io.warmup";

  /**
   * Writes one line.
   *
   * @param level how loud
   * @param line one line, prefix included, without a line end
   */
  void write(Level level, String line);

  /** How loud a line is. */
  enum Level {
    INFO,
    WARN
  }
}
