package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.recorder.FrequentKeys.Count;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FrequentKeysTest {

  private final FrequentKeys keys = new FrequentKeys();

  @Test
  void exactWhileThereAreFewerKeysThanCounters() {
    for (int i = 0; i < 4_000; i++) {
      for (int times = 0; times <= i % 5; times++) {
        keys.add("key" + i, 1);
      }
    }
    assertThat(keys.bounds()).isEqualTo(MissedBounds.EXACT);
    assertThat(keys.counts()).hasSize(4_000);
    assertThat(keys.counts().get(0).count()).isEqualTo(5);
    assertThat(keys.counts().stream().mapToLong(Count::count).sum()).isEqualTo(12_000);
  }

  /** Misses of a skewed stream over 50 times as many keys as there are counters. */
  @Test
  void findsTheTopHundredOfASkewedStream() {
    Map<Integer, Long> exact = new HashMap<>();
    Random random = new Random(7);
    double[] cumulated = zipf(200_000, 0.8);
    for (int i = 0; i < 2_000_000; i++) {
      int key = draw(cumulated, random);
      exact.merge(key, 1L, Long::sum);
      keys.add(key, 1);
    }
    List<Object> found = keys.counts().stream().limit(150).map(Count::key).toList();
    assertThat(found)
        .containsAll(
            exact.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .limit(100)
                .<Object>map(Map.Entry::getKey)
                .toList());
    assertThat(keys.counts())
        .allSatisfy(
            each ->
                assertThat(exact.get(each.key()))
                    .isBetween(each.count(), each.count() + keys.bounds().key()));
    assertThat(keys.bounds().key()).isPositive();
    assertThat(counted() + keys.bounds().template()).isEqualTo(2_000_000);
  }

  private long counted() {
    return keys.counts().stream().mapToLong(Count::count).sum();
  }

  @Test
  void whatIsDrawnFromManyIsAnEstimate() {
    keys.add("each", 1);
    assertThat(keys.bounds().sampled()).isFalse();
    keys.add("one in eight", 8);
    assertThat(keys.bounds()).isEqualTo(new MissedBounds(0, 0, true));
    keys.clear();
    assertThat(keys.bounds()).isEqualTo(MissedBounds.EXACT);
  }

  @Test
  void memoryIsBounded() {
    IntStream.range(0, 1_000_000).forEach(key -> keys.add(key, 1));
    assertThat(keys.counts().size()).isLessThanOrEqualTo(4_096);
  }

  /** A key that says of itself whatever it likes costs a bounded search, and no other key. */
  @Test
  void keysThatAreNeverEqualAndAllHashAlike() {
    IntStream.range(0, 5_000).forEach(i -> keys.add(new Lying(), 1));
    IntStream.range(0, 3).forEach(i -> keys.add("honest", 1));
    assertThat(keys.counts()).contains(new Count("honest", 3)).hasSize(128 + 1);
    assertThat(keys.bounds()).isEqualTo(new MissedBounds(5_000 - 128, 5_000 - 128, false));
  }

  @Test
  void nothingIsLostWhereManyThreadsAdd() throws Exception {
    int each = 20_000;
    Thread[] threads =
        IntStream.range(0, 4)
            .mapToObj(seed -> new Thread(() -> addAll(new Random(seed), each)))
            .toArray(Thread[]::new);
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long counted = keys.counts().stream().mapToLong(Count::count).sum();
    long passedOver = keys.bounds().key();
    assertThat(counted + passedOver).isEqualTo(4L * each);
    assertThat(passedOver).isLessThan(each / 10);
  }

  private void addAll(Random random, int count) {
    for (int i = 0; i < count; i++) {
      keys.add(random.nextInt(3_000), 1);
    }
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aKeyThatBlocksHoldsUpNobody() throws Exception {
    Blocking first = new Blocking();
    first.mayGoOn.countDown();
    keys.add(first, 1);
    Blocking blocked = new Blocking();
    Thread thread = new Thread(() -> keys.add(blocked, 1));
    thread.start();
    blocked.entered.await();

    IntStream.range(0, 10_000).forEach(i -> keys.add(i, 1));
    assertThat(keys.counts()).isNotEmpty();
    keys.clear();
    keys.add("other", 1);
    assertThat(keys.counts()).containsExactly(new Count("other", 1));

    blocked.mayGoOn.countDown();
    thread.join();
  }

  private static double[] zipf(int ranks, double skew) {
    double[] cumulated = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1 / Math.pow(rank + 1.0, skew);
      cumulated[rank] = sum;
    }
    return cumulated;
  }

  private static int draw(double[] cumulated, Random random) {
    int at =
        java.util.Arrays.binarySearch(
            cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return at < 0 ? -at - 1 : at;
  }

  private static final class Lying {
    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return false;
    }
  }

  /** Waits when it is compared. */
  private static final class Blocking {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Override
    public int hashCode() {
      return 42;
    }

    @Override
    public boolean equals(Object other) {
      entered.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return other == this;
    }
  }
}
