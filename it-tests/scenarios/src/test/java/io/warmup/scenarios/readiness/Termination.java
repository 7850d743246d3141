package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** SIGTERM to an application that warms: it ends within a second. */
final class Termination {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  /**
   * On a busy machine any JVM may be late once; one that waits for its warm-up is late each time.
   */
  private static final int ATTEMPTS = 3;

  private Termination() {}

  /**
   * From the signal to the process's end.
   *
   * @param start starts the application
   */
  static void inTheMiddleOfAWarmUp(Supplier<WarmedApp> start) {
    List<Duration> ends = new ArrayList<>();
    do {
      ends.add(timeToEnd(start));
    } while (ends.size() < ATTEMPTS && last(ends).compareTo(LONGEST) > 0);
    assertThat(last(ends)).as("of " + ends).isLessThan(LONGEST);
  }

  private static Duration timeToEnd(Supplier<WarmedApp> start) {
    try (WarmedApp app = start.get()) {
      app.turnstile().awaitArrival();
      long asked = System.nanoTime();
      app.process().terminate();
      app.process().exitCode();
      return Duration.ofNanos(System.nanoTime() - asked);
    }
  }

  private static Duration last(List<Duration> ends) {
    return ends.get(ends.size() - 1);
  }
}
