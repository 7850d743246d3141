package io.warmup.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A put, and what the cache does to the entry before it is marked as warmed. */
@Timeout(20)
class WarmupPutTest {

  private final WarmupGets gets = new WarmupGets(null);
  private final Store store = new Store();
  private Thread ending = new Thread();
  private volatile boolean hasPut;

  @Test
  void isWarmed() throws Exception {
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 0, 0, 0);
  }

  @Test
  void evictedBeforeItIsLookedForItHasEnded() throws Exception {
    store.beforeTheLook =
        entry -> {
          store.table.remove("key");
          WarmupWrites.left(entry, store, WarmupFates.EVICTED);
        };
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 1, 0, 0);
  }

  @Test
  void overwrittenBeforeItIsLookedForItHasEnded() throws Exception {
    store.beforeTheLook =
        entry -> {
          overwriting(entry);
          entry.value = "app's";
        };
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 0, 0, 1);
  }

  /** The library has told of the end, of an entry that was not marked then, and not yet acted. */
  @Test
  void evictionOnItsWayAsItIsMarkedIsItsEnd() throws Exception {
    store.beforeTheLook =
        entry ->
            onItsWay(
                entry,
                () -> WarmupWrites.left(entry, store, WarmupFates.EVICTED),
                () -> entry.alive = false);
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 1, 0, 0);
  }

  @Test
  void removalOnItsWayAsItIsMarkedIsItsEnd() throws Exception {
    store.beforeTheLook =
        entry ->
            onItsWay(
                entry,
                () -> {
                  WarmupWrites.writing(store, "key");
                  WarmupWrites.left(entry, store, WarmupFates.OVERWRITTEN);
                },
                () -> entry.alive = false);
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 0, 0, 1);
  }

  @Test
  void overwriteOnItsWayAsItIsMarkedIsItsEnd() throws Exception {
    store.beforeTheLook =
        entry -> onItsWay(entry, () -> overwriting(entry), () -> entry.value = "app's");
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 0, 0, 1);
  }

  private void overwriting(Entry entry) {
    WarmupWrites.writing(store, "key");
    WarmupWrites.replaced(entry, "app's", store);
  }

  /**
   * Another thread has the entry's monitor, as in the library, tells of the end, and brings it
   * about when the put can do no more.
   */
  private void onItsWay(Entry entry, Runnable tells, Runnable acts) {
    Thread putting = Thread.currentThread();
    CountDownLatch told = new CountDownLatch(1);
    ending =
        new Thread(
            () -> {
              synchronized (entry) {
                tells.run();
                told.countDown();
                while (!hasPut && putting.getState() != Thread.State.BLOCKED) {
                  Thread.onSpinWait();
                }
                acts.run();
              }
            });
    ending.start();
    await(told);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private WarmupPut.Outcome put() throws InterruptedException {
    WarmupWatch.Mark mark = gets.watch().watch("key");
    WarmupPut put = new WarmupPut(store, gets, mark, gets.watch().clears(), null, "warm");
    WarmupPut.Outcome outcome = put.run("key", null);
    hasPut = true;
    ending.join();
    return outcome;
  }

  private interface Event {
    void on(Entry entry);
  }

  /** A cache that does something just before its entry is looked for. */
  private final class Store implements WarmupStore {
    final Map<Object, Entry> table = new HashMap<>();
    Event beforeTheLook = entry -> {};

    @Override
    public WarmupGets warmupGets() {
      return gets;
    }

    @Override
    public void warmupGets(@Nullable WarmupGets other) {
      throw new IllegalStateException("it is recorded already");
    }

    @Override
    public void warmupSlots(long @Nullable [] slots) {
      throw new IllegalStateException("it is recorded already");
    }

    @Override
    public @Nullable Object warmupNode(Object key) {
      Entry entry = table.get(key);
      if (entry != null) {
        Event due = beforeTheLook;
        beforeTheLook = again -> {};
        due.on(entry);
      }
      return table.get(key);
    }

    @Override
    public boolean warmupHasNodes() {
      return true;
    }

    @Override
    public boolean warmupExpired(Object node) {
      return false;
    }

    @Override
    public Map<?, ?> warmupTable() {
      return table;
    }

    @Override
    public @Nullable Object warmupCompute(
        Object key, BiFunction<Object, Object, Object> function, @Nullable Object expiry) {
      Object value = function.apply(key, null);
      table.put(key, new Entry(value));
      return value;
    }

    @Override
    public boolean warmupExpires() {
      return false;
    }
  }

  private final class Entry implements WarmupNode {
    Object value;
    boolean alive = true;
    private byte flag;

    Entry(Object value) {
      this.value = value;
    }

    @Override
    public byte warmupFlag() {
      return flag;
    }

    @Override
    public void warmupFlag(byte bits) {
      flag = bits;
    }

    @Override
    public Object getKey() {
      return "key";
    }

    @Override
    public Object getValue() {
      return value;
    }

    @Override
    public boolean isAlive() {
      return alive;
    }
  }
}
