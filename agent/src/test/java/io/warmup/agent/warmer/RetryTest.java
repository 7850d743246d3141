package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.warmer.Scenario.Strategy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RetryTest {

  @Test
  void waitsDoubleUpToTheLongest() {
    Retry retry = new Retry(9, Duration.ofMillis(100), Duration.ofSeconds(1), () -> 1);

    assertThat(millis(retry, 1)).isEqualTo(100);
    assertThat(millis(retry, 2)).isEqualTo(200);
    assertThat(millis(retry, 3)).isEqualTo(400);
    assertThat(millis(retry, 9)).isEqualTo(1000);
    assertThat(millis(retry, 500)).isEqualTo(1000);
  }

  @Test
  void jitterTakesUpToHalfOff() {
    Retry retry = new Retry(1, Duration.ofMillis(100), Duration.ofSeconds(1), () -> 0);

    assertThat(millis(retry, 1)).isEqualTo(50);
  }

  @Test
  void aLoadThatFailsTwiceAndThenWorksIsWarmed() throws Exception {
    VirtualTime time = VirtualTime.skippingSleeps();
    AtomicInteger tries = new AtomicInteger();
    try (Scenario scenario = new Scenario().at(time)) {
      scenario.add("S").keys(1).retries(2).loader(failing(tries, 2));

      StrategyResult result = scenario.runAll().strategies().get(0);

      assertThat(result.stats().warmed()).isEqualTo(1);
      assertThat(tries).hasValue(3);
      // Half of full jitter: 75 ms and 150 ms.
      assertThat(time.nanos()).isEqualTo(Duration.ofMillis(225).toNanos());
    }
  }

  @Test
  void aLoadIsTriedNoMoreOftenThanTold() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (Scenario scenario = new Scenario().at(VirtualTime.skippingSleeps())) {
      scenario.add("S").keys(1).retries(2).loader(failing(tries, 99));

      StrategyResult result = scenario.runAll().strategies().get(0);

      assertThat(result.stats().failed()).isEqualTo(1);
      assertThat(tries).hasValue(3);
    }
  }

  @Test
  void anErrorIsNotTriedAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (Scenario scenario = new Scenario()) {
      Strategy strategy = scenario.add("S").keys(1).retries(5);
      strategy.loader(
          key -> {
            tries.incrementAndGet();
            throw new NoClassDefFoundError("com/acme/Gone");
          });

      assertThat(scenario.runAll().strategies().get(0).note()).contains("com/acme/Gone");
      assertThat(tries).hasValue(1);
    }
  }

  private static Scenario.Loader failing(AtomicInteger tries, int times) {
    return key -> {
      if (tries.incrementAndGet() <= times) {
        throw new IllegalStateException("not yet");
      }
      return key;
    };
  }

  private static long millis(Retry retry, int failures) {
    return Duration.ofNanos(retry.backoffNanos(failures)).toMillis();
  }
}
