package io.warmup.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WarmupLedgerTest {

  private static final byte WARMED = WarmupNode.WARMED;
  private static final byte NEW = 0;
  private static final byte TOUCHED = WarmupNode.TOUCHED;

  private final WarmupLedger ledger = new WarmupLedger();

  @Test
  void isAMapFromKeysToBits() {
    Map<Object, Byte> model = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      Object key = List.of(random.nextInt(40), random.nextInt(40));
      byte before = model.getOrDefault(key, (byte) 0);
      switch (random.nextInt(4)) {
        case 0 -> {
          assertThat(ledger.add(key, NEW)).isEqualTo(before);
          model.put(key, (byte) (before | WARMED));
        }
        case 1 -> {
          assertThat(ledger.touch(key)).isEqualTo(before);
          model.computeIfPresent(key, (k, bits) -> (byte) (bits | TOUCHED));
        }
        case 2 -> {
          assertThat(ledger.remove(key)).isEqualTo(before);
          model.remove(key);
        }
        default -> assertThat(ledger.flag(key)).isEqualTo(before);
      }
    }
    Object[] unread = model.keySet().stream().filter(key -> model.get(key) == WARMED).toArray();
    assertThat(ledger.unread()).containsExactlyInAnyOrder(unread);
    assertThat(ledger.clear()).isEqualTo(unread.length);
    assertThat(ledger.unread()).isEmpty();
  }

  @Test
  void eachKeyEndsOnceHoweverManyThreadsTry() throws Exception {
    int keys = 20_000;
    int threads = 4;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> firsts =
        IntStream.range(0, threads)
            .mapToObj(
                thread ->
                    pool.submit(
                        () -> {
                          start.await();
                          int first = 0;
                          for (int key = 0; key < keys; key++) {
                            ledger.add(key, NEW);
                            first += (ledger.touch(key) & TOUCHED) == 0 ? 1 : 0;
                          }
                          return first;
                        }))
            .toList();
    start.countDown();
    int sum = 0;
    for (Future<Integer> each : firsts) {
      sum += each.get();
    }
    pool.shutdown();
    assertThat(sum).isEqualTo(keys);
  }

  /** A key whose equals waits holds up whoever asks with it, and nobody else. */
  @Test
  @Timeout(60)
  void noKeyIsComparedUnderALock() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ledger.add(new Slow(null, null), NEW);
    Thread stuck = new Thread(() -> ledger.touch(new Slow(asked, release)));
    stuck.start();
    asked.await();
    assertThat(ledger.add("another", NEW)).isZero();
    assertThat(ledger.touch("another")).isEqualTo(WARMED);
    assertThat(ledger.unread()).hasSize(1);
    release.countDown();
    stuck.join();
    assertThat(ledger.unread()).isEmpty();
  }

  private record Slow(CountDownLatch asked, CountDownLatch release) {
    @Override
    public boolean equals(Object other) {
      if (asked != null) {
        asked.countDown();
        try {
          release.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return other instanceof Slow;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
