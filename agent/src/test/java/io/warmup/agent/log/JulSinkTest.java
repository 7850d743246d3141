package io.warmup.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class JulSinkTest {

  @Test
  void speaksAsOneLoggerAtTheApplicationsLevels() {
    Logger logger = Logger.getLogger("io.warmup");
    List<String> lines = new ArrayList<>();
    Handler handler = new Collecting(lines);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      Log log = new Log();
      log.switchTo(new JulSink());
      log.info("fine");
      log.warn("not {0} fine");
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }

    assertThat(lines).containsExactly("INFO [warmup] fine", "WARNING [warmup] not {0} fine");
  }

  private static final class Collecting extends Handler {
    private final List<String> lines;

    Collecting(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getLevel() + " " + record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
