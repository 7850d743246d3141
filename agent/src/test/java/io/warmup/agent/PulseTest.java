package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PulseTest {

  private final Semaphore looks = new Semaphore(0);
  private final AtomicInteger again = new AtomicInteger();
  private final Pulse pulse = new Pulse(this::look);

  private @Nullable Duration look() {
    boolean more = again.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    looks.release();
    return more ? Duration.ofMillis(1) : null;
  }

  @Test
  void looksForAsLongAsThereIsSomethingToSee() throws InterruptedException {
    again.set(4);
    pulse.wake();

    looks.acquire(5);
    awaitEndOfItsThread();
    assertThat(looks.availablePermits()).isZero();
  }

  @Test
  void looksOnceMoreWheneverItIsWoken() throws InterruptedException {
    pulse.wake();
    looks.acquire();
    awaitEndOfItsThread();

    pulse.wake();
    looks.acquire();
  }

  private static void awaitEndOfItsThread() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("warmup-outlets")) {
        thread.join();
      }
    }
  }
}
