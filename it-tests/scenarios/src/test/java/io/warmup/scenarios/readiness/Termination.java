package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** SIGTERM to an application that warms: it ends within a second, of that and of nothing else. */
final class Termination {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** What a JVM ends with when the signal ends it: 128 and the signal's number, 15. */
  private static final int OF_SIGTERM = 143;

  /**
   * On a busy machine any JVM may be late once; one that waits for its warm-up is late each time.
   */
  private static final int ATTEMPTS = 3;

  private Termination() {}

  /** At the turnstile. */
  static void inTheMiddleOfAWarmUp(Supplier<WarmedApp> start) {
    inTheMiddleOfAWarmUp(start, app -> {});
  }

  /**
   * From the signal to the process's end.
   *
   * @param start starts the application
   * @param moment waits for it, from the turnstile on
   */
  static void inTheMiddleOfAWarmUp(Supplier<WarmedApp> start, Consumer<WarmedApp> moment) {
    List<Duration> ends = new ArrayList<>();
    do {
      ends.add(timeToEnd(start, moment));
    } while (ends.size() < ATTEMPTS && last(ends).compareTo(LONGEST) > 0);
    assertThat(last(ends)).as("of " + ends).isLessThan(LONGEST);
  }

  private static Duration timeToEnd(Supplier<WarmedApp> start, Consumer<WarmedApp> moment) {
    try (WarmedApp app = start.get()) {
      app.awaitWarmUp();
      moment.accept(app);
      long asked = System.nanoTime();
      app.process().terminate();
      int code = app.process().exitCode();
      Duration end = Duration.ofNanos(System.nanoTime() - asked);
      assertThat(code).as(app.process().output()).isEqualTo(OF_SIGTERM);
      return end;
    }
  }

  private static Duration last(List<Duration> ends) {
    return ends.get(ends.size() - 1);
  }
}
