package io.warmup.agent.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.lifecycle.TrafficGate.Opening;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TrafficGateTest {

  private static final Duration LONG = Duration.ofDays(1);

  @Test
  void holdsUntilSomebodyOpensIt() {
    TrafficGate gate = new TrafficGate(LONG, true);
    CompletableFuture<Opening> held = CompletableFuture.supplyAsync(gate::hold);
    assertThat(held).isNotDone();
    gate.open(Opening.WARM);
    assertThat(held.join()).isEqualTo(Opening.WARM);
  }

  @Test
  void neverHoldsLongerThanItsTimeout() {
    assertThat(new TrafficGate(Duration.ofMillis(1), true).hold()).isEqualTo(Opening.TIMEOUT);
  }

  @Test
  void theFirstReasonStays() {
    TrafficGate gate = new TrafficGate(LONG, true);
    gate.open(Opening.STOPPED);
    gate.open(Opening.WARM);
    assertThat(gate.hold()).isEqualTo(Opening.STOPPED);
  }

  @Test
  void doesNotHoldWhatItIsNotMeantToHold() {
    TrafficGate gate = new TrafficGate(LONG, false);
    assertThat(gate.open(Opening.FAILED))
        .as("a warm-up quicker than it")
        .isEqualTo(Opening.NOT_HELD);
    assertThat(gate.hold()).isEqualTo(Opening.NOT_HELD);
  }

  @Test
  void anInterruptOfTheApplicationOpensItAndStaysPending() {
    Thread.currentThread().interrupt();
    assertThat(new TrafficGate(LONG, true).hold()).isEqualTo(Opening.STOPPED);
    assertThat(Thread.interrupted()).isTrue();
  }
}
