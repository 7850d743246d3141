package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Observe;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.recorder.Recorder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The window, and what an edit of its settings does to the one that is open. */
@Timeout(20)
class ObservationWindowTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration MOMENT = Duration.ofNanos(1);

  private final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
  private final Semaphore told = new Semaphore(0);

  @AfterEach
  void close() {
    recorder.close();
  }

  @Test
  void endsAtOnceWhenItIsMadeShorterThanItHasBeenOpen() throws InterruptedException {
    ObservationWindow window = window(LONG);
    window.open();
    assertThat(recorder.opened()).isNotNull();

    window.configure(observe(MOMENT));
    told.acquire();
    assertThat(recorder.opened()).isNull();
  }

  @Test
  void staysOpenWhenItIsMadeLonger() {
    ObservationWindow window = window(LONG);
    window.open();
    window.configure(observe(LONG.multipliedBy(2)));
    assertThat(recorder.opened()).isNotNull();

    window.end();
    assertThat(told.tryAcquire()).isTrue();
  }

  @Test
  void opensWhenThereWasNoneAndTrafficIsOpen() {
    ObservationWindow window = window(Duration.ZERO);
    window.configure(observe(LONG));
    assertThat(recorder.opened()).as("traffic is held back").isNull();

    window.configure(observe(Duration.ZERO));
    window.open();
    assertThat(recorder.opened()).isNull();
    window.configure(observe(LONG));
    assertThat(recorder.opened()).isNotNull();
    window.end();
  }

  @Test
  void oneThatIsOverIsNotOpenedByAnEdit() {
    ObservationWindow window = window(LONG);
    window.open();
    window.end();
    window.configure(observe(LONG.multipliedBy(2)));

    assertThat(recorder.opened()).isNull();
    assertThat(told.availablePermits()).isOne();
  }

  @Test
  void opensAgainWhenItIsAskedTo() {
    ObservationWindow window = window(LONG);
    window.open();
    window.end();
    window.open();
    assertThat(recorder.opened()).isNotNull();

    window.end();
    assertThat(told.availablePermits()).isEqualTo(2);
  }

  private ObservationWindow window(Duration length) {
    return new ObservationWindow(observe(length), () -> {}, recorder, seen -> told.release());
  }

  private static Observe observe(Duration window) {
    return new Observe(window, Duration.ofSeconds(10), List.of());
  }
}
