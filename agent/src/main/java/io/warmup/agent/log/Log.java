package io.warmup.agent.log;

/** Where the agent's lines go: one line a call, without the prefix. Thread-safe, never throws. */
public interface Log {

  /** Something happened as it should. */
  void info(String line);

  /** Something is wrong; the line says what, where, what happens now and what to do. */
  void warn(String line);
}
