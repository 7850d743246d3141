package io.warmup.agent.integration.slf4j;

import io.warmup.agent.log.LogSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application's own slf4j. Defined by a loader that sees the application's classes, once the
 * application has set its logging up.
 */
public final class Slf4jSink implements LogSink {

  /** What slf4j's own {@code NOPLogger} is called, whose class is loaded nowhere else. */
  private static final String NOTHING = "NOP";

  private final Logger logger;

  /**
   * Binds to the application's slf4j.
   *
   * @throws IllegalStateException if no logging stands behind it, so that lines would vanish
   * @throws LinkageError if the application has no slf4j
   */
  public Slf4jSink() {
    this(LoggerFactory.getLogger(LOGGER));
  }

  Slf4jSink(Logger logger) {
    if (logger.getName().equals(NOTHING)) {
      throw new IllegalStateException("slf4j is there, but bound to no logging");
    }
    this.logger = logger;
  }

  @Override
  public void write(Level level, String line) {
    if (level == Level.WARN) {
      logger.warn(line);
    } else {
      logger.info(line);
    }
  }
}
