package io.warmup.agent.integration.slf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.log.Log;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.SubstituteLogger;

class Slf4jSinkTest {

  @Test
  void speaksAtTheApplicationsLevels() {
    Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();
    Log log = new Log();
    log.switchTo(
        new Slf4jSink(
            new EventRecordingLogger(new SubstituteLogger("io.warmup", events, false), events)));

    log.info("fine {}");
    log.warn("not fine");

    assertThat(events)
        .extracting(e -> e.getLevel() + " " + e.getMessage())
        .containsExactly("INFO [warmup] fine {}", "WARN [warmup] not fine");
  }

  @Test
  void refusesSlf4jWithNothingBehindIt() {
    assertThatThrownBy(() -> new Slf4jSink(NOPLogger.NOP_LOGGER))
        .isInstanceOf(IllegalStateException.class);
  }
}
