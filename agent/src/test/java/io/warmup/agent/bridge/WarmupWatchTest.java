package io.warmup.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A clear goes on when every put that began before it stands, or has been taken back. */
class WarmupWatchTest {

  private final WarmupWatch watch = new WarmupWatch(Duration.ofHours(1).toNanos());
  private final Thread first = new Thread(watch::everything, "first clear");
  private final Thread second = new Thread(watch::everything, "second clear");

  @AfterEach
  void leaveNoThread() throws InterruptedException {
    first.join();
    second.join();
  }

  @Test
  void aClearWaitsForAPutThatIsOnItsWay() {
    watch.watch("key");
    assertThat(watch.enter(0)).isTrue();
    assertThat(isHeldUp(first)).isTrue();
    watch.exit(0);
  }

  @Test
  void aClearWaitsForThePutThatAnotherClearWaitsFor() {
    watch.watch("key");
    assertThat(watch.enter(0)).isTrue();
    assertThat(isHeldUp(first)).isTrue();
    assertThat(isHeldUp(second)).isTrue();
    watch.exit(0);
  }

  @Test
  void aClearDoesNotWaitForAPutThatBeganAfterIt() throws InterruptedException {
    watch.watch("key");
    first.start();
    first.join();
    assertThat(watch.enter(0)).as("began before").isFalse();
    assertThat(watch.enter(1)).isTrue();
    assertThat(watch.clears()).isEqualTo(1);
    watch.exit(1);
  }

  @Test
  void withNoFenceOpenAClearDoesNotWait() {
    assertThat(watch.enter(0)).isTrue();
    assertThat(isHeldUp(first)).isFalse();
  }

  /** Starts it, and sees whether it comes to rest or to its end. */
  private static boolean isHeldUp(Thread clear) {
    clear.start();
    while (true) {
      switch (clear.getState()) {
        case WAITING, TIMED_WAITING -> {
          return true;
        }
        case TERMINATED -> {
          return false;
        }
        default -> Thread.onSpinWait();
      }
    }
  }
}
