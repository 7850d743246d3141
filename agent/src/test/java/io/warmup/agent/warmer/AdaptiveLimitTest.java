package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against a source that serves 16 at once and queues the rest. */
class AdaptiveLimitTest {

  private static final long BASE = 1_000_000;
  private static final int KNEE = 16;

  private final AdaptiveLimit limit = new AdaptiveLimit();

  @Test
  void startsLow() {
    assertThat(limit.limit()).isEqualTo(AdaptiveLimit.START);
  }

  @Test
  void settlesJustPastTheKnee() {
    load(20_000, KNEE);

    assertThat(limit.limit()).isBetween(KNEE, KNEE * 5 / 4 + 1);
  }

  @Test
  void followsASourceThatGetsSlower() {
    load(20_000, KNEE);
    load(20_000, KNEE / 2);

    assertThat(limit.limit()).isLessThan(KNEE);
  }

  @Test
  void growsToItsBoundOnASourceThatNeverSlowsDown() {
    load(100_000, Integer.MAX_VALUE);

    assertThat(limit.limit()).isEqualTo(AdaptiveLimit.MAX);
  }

  @Test
  void failuresLowerItAtOnceAndNeverToNothing() {
    load(20_000, KNEE);
    int before = limit.limit();

    fail(AdaptiveLimit.MAX);
    assertThat(limit.limit()).isLessThan(before);
    fail(1_000);

    assertThat(limit.limit()).isEqualTo(1);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      limit.failed();
    }
  }

  private void load(int times, int knee) {
    for (int i = 0; i < times; i++) {
      int inFlight = limit.limit();
      limit.succeeded(inFlight <= knee ? BASE : BASE * inFlight / knee);
    }
  }
}
