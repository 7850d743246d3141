package io.warmup.agent.log;

import java.util.logging.Logger;

/**
 * The JDK's own logging, for an application without slf4j. Made only once the application is up:
 * the first touch fixes the JVM's LogManager, which application servers bring themselves.
 */
public final class JulSink implements LogSink {

  private final Logger logger = Logger.getLogger(LOGGER);

  @Override
  public void write(Level level, String line) {
    logger.log(
        level == Level.WARN ? java.util.logging.Level.WARNING : java.util.logging.Level.INFO, line);
  }
}
