package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private final VirtualTime time = VirtualTime.skippingSleeps();

  @Test
  void keysComeAtTheRate() throws Exception {
    RateLimiter rate = new RateLimiter(100, time);

    for (int key = 0; key < 1_000; key++) {
      rate.acquire(1);
    }

    // 1000 keys at 100/s, less the bucket of a tenth of a second that was full at the start.
    assertThat(seconds()).isEqualTo(9.9);
  }

  @Test
  void aBatchIsPaidForByTheNextOne() throws Exception {
    RateLimiter rate = new RateLimiter(10, time);

    rate.acquire(50);
    assertThat(seconds()).isZero();
    rate.acquire(50);

    assertThat(seconds()).isEqualTo(5);
  }

  @Test
  void idlenessSavesUpNoMoreThanTheBucket() throws Exception {
    RateLimiter rate = new RateLimiter(100, time);
    time.advance(TimeUnit.HOURS.toNanos(1));
    long before = time.nanos();

    for (int key = 0; key < 110; key++) {
      rate.acquire(1);
    }

    assertThat(time.nanos() - before).isEqualTo(TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void aNewRateHoldsFromTheNextKeyOn() throws Exception {
    RateLimiter rate = new RateLimiter(1_000, time);
    rate.setRate(1);

    for (int key = 0; key < 3; key++) {
      rate.acquire(1);
    }

    assertThat(seconds()).isEqualTo(2);
  }

  @Test
  void noRateIsNoLimit() throws Exception {
    RateLimiter rate = new RateLimiter(0, time);

    rate.acquire(1_000_000);

    assertThat(time.nanos()).isZero();
    assertThat(rate.unlimited()).isTrue();
  }

  private double seconds() {
    return time.nanos() / 1e9;
  }
}
