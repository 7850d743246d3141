package io.warmup.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each get counts once, however many threads there are, and whenever they came. */
@Timeout(60)
class WarmupCountersTest {

  private final RecordedStore store = new RecordedStore();

  @Test
  void oneThread() {
    for (int i = 0; i < 5; i++) {
      store.hit();
    }
    store.miss();
    assertThat(store.gets().counts()).containsExactly(5, 5, 1);
    assertThat(store.gets().counts()).as("asked once more").containsExactly(5, 5, 1);
  }

  /** All start at once with room for none: the slots grow while others count. */
  @Test
  void moreThreadsThanSlots() throws Exception {
    int many = 64;
    int each = 50_000;
    ExecutorService threads = Executors.newFixedThreadPool(many);
    CyclicBarrier start = new CyclicBarrier(many);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(
          threads.submit(
              () -> {
                start.await();
                for (int j = 0; j < each; j++) {
                  store.hit();
                  store.miss();
                }
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    long hits = (long) many * each;
    assertThat(store.gets().counts()).containsExactly(hits, hits, hits);
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(store.gets().counts()).as("they have ended").containsExactly(hits, hits, hits);
  }

  @Test
  void threadsThatEndLeaveTheirCountsAndTheirRoom() throws Exception {
    int threads = 3000;
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(store::hit);
      thread.start();
      thread.join();
    }
    assertThat(store.gets().counts()).containsExactly(threads, threads, 0);
    assertThat(store.gets().slots().length).as("room for one or two").isLessThanOrEqualTo(2 * 16);
  }

  /** More than there can be slots: what has none is counted together, by atomic instructions. */
  @Test
  void moreThreadsThanThereCanBeSlots() throws Exception {
    int many = 1500;
    CyclicBarrier end = new CyclicBarrier(many + 1);
    for (int i = 0; i < many; i++) {
      new Thread(
              () -> {
                for (int j = 0; j < 10; j++) {
                  store.hit();
                }
                store.miss();
                await(end);
                await(end);
              })
          .start();
    }
    await(end);
    assertThat(store.gets().counts()).containsExactly(many * 10, many * 10, many);
    await(end);
  }

  /** Whoever is on the way may add to what is known no more. */
  @Test
  void nothingIsCountedWhenItIsOver() {
    store.hit();
    store.gets().end(store);
    store.hit();
    store.miss();
    assertThat(store.gets().counts()).containsExactly(1, 1, 0);
  }

  /** Another thread's numbers are not taken for one's own, whatever bits an entry has. */
  @Test
  void ownersAreToldApart() {
    long own = WarmupCounters.owner(7, WarmupNode.TOUCHED);
    for (int thread = 1; thread < 16; thread++) {
      for (int flag = 0; flag < 8; flag++) {
        boolean same = thread == 7 && (flag & WarmupNode.TOUCHED) != 0;
        assertThat(WarmupCounters.owner(thread, flag) == own).isEqualTo(same);
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
