package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
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
  void isNotHeldDownForEverByAnswersThatCameFromSomewhereNearer() {
    for (int i = 0; i < 100; i++) {
      limit.succeeded(BASE / 100);
    }
    load(20_000, KNEE);

    assertThat(limit.limit()).isBetween(KNEE, KNEE * 5 / 4 + 1);
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

  @Test
  void comesCloseToTheBestFixedLevelInThroughputAndToTheKneeInLatency() {
    Simulation best = new Simulation(() -> 64, took -> {});
    Simulation low = new Simulation(() -> 8, took -> {});
    Simulation adaptive = new Simulation(limit::limit, limit::succeeded);

    assertThat(adaptive.keysPerSecond()).isGreaterThan(0.8 * best.keysPerSecond());
    assertThat(adaptive.keysPerSecond()).isGreaterThan(1.5 * low.keysPerSecond());
    assertThat(adaptive.p99()).isLessThan(BASE * 3 / 2);
    assertThat(best.p99()).isGreaterThan(3 * BASE);
  }

  /** 40,000 loads, always as many in flight as allowed, each 5 % off at most. */
  private static final class Simulation {
    private static final int LOADS = 40_000;

    private final List<Long> latencies = new ArrayList<>();
    private long now;

    Simulation(IntSupplier level, LongConsumer finished) {
      Random random = new Random(1);
      PriorityQueue<long[]> flying = new PriorityQueue<>(Comparator.comparingLong(l -> l[0]));
      while (latencies.size() < LOADS) {
        while (flying.size() < level.getAsInt()) {
          double queueing = Math.max(1, (flying.size() + 1.0) / KNEE);
          long latency = (long) (BASE * queueing * (0.95 + random.nextDouble() / 10));
          flying.add(new long[] {now + latency, latency});
        }
        long[] landed = flying.remove();
        now = landed[0];
        latencies.add(landed[1]);
        finished.accept(landed[1]);
      }
      Collections.sort(latencies);
    }

    double keysPerSecond() {
      return LOADS * 1e9 / now;
    }

    long p99() {
      return latencies.get(LOADS * 99 / 100);
    }
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
