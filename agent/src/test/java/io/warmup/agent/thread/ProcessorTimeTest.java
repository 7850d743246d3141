package io.warmup.agent.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Threads are counted from their first step to their last, and nobody else is. */
class ProcessorTimeTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What a thread does before and after it looks at its own time. */
  private static final long AROUND_MILLIS = 50;

  private final ProcessorTime time = new ProcessorTime();
  private final AtomicLong own = new AtomicLong();

  @Test
  void whatAThreadTookThatHasEnded() throws InterruptedException {
    Thread thread = new Thread(time.of(() -> own.set(spin(100))));
    thread.start();
    thread.join();
    assertTakenIsOwn();
  }

  @Test
  void whatOneTookThatFailed() throws InterruptedException {
    Runnable failing =
        () -> {
          own.set(spin(100));
          throw new IllegalStateException("on purpose");
        };
    Thread thread = new Thread(time.of(failing));
    thread.setUncaughtExceptionHandler((failed, why) -> {});
    thread.start();
    thread.join();
    assertTakenIsOwn();
  }

  @Test
  void whatOneHasTakenSoFar() throws InterruptedException {
    CountDownLatch spun = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Runnable work =
        () -> {
          own.set(spin(100));
          spun.countDown();
          await(asked);
        };
    Thread thread = new Thread(time.of(work));
    thread.start();
    await(spun);
    assertTakenIsOwn();
    asked.countDown();
    thread.join();
  }

  @Test
  void severalAddUp() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      Thread thread = new Thread(time.of(() -> own.addAndGet(spin(50))));
      thread.start();
      thread.join();
    }
    assertTakenIsOwn();
  }

  @Test
  void nobodyElse() {
    spin(100);
    assertThat(time.taken()).isEqualTo(Duration.ZERO);
  }

  private void assertTakenIsOwn() {
    Duration seen = Duration.ofNanos(own.get());
    assertThat(time.taken()).isBetween(seen, seen.plusMillis(3 * AROUND_MILLIS));
  }

  /** Gives what the thread has taken after so many milliseconds on the processor. */
  private static long spin(long millis) {
    long until = THREADS.getCurrentThreadCpuTime() + Duration.ofMillis(millis).toNanos();
    long now = THREADS.getCurrentThreadCpuTime();
    while (now < until) {
      now = THREADS.getCurrentThreadCpuTime();
    }
    return now;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
