package io.warmup.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A put, and what the cache does to the entry before it is marked as warmed. */
class WarmupPutTest {

  private final WarmupGets gets = new WarmupGets(null);
  private final Store store = new Store();

  @Test
  void isWarmed() {
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 0, 0, 0);
  }

  @Test
  void evictedJustBeforeItIsMarkedItHasEnded() {
    store.beforeTheMark =
        entry -> {
          store.table.remove("key");
          WarmupWrites.left(entry, store, WarmupFates.EVICTED);
        };
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 1, 0, 0);
  }

  @Test
  void overwrittenJustBeforeItIsMarkedItHasEnded() {
    store.beforeTheMark =
        entry -> {
          WarmupWrites.replaced(entry, "app's", store);
          entry.value = "app's";
        };
    assertThat(put()).isEqualTo(WarmupPut.Outcome.WARMED);
    assertThat(gets.fates().counts()).containsExactly(1, 0, 0, 0, 1);
  }

  private WarmupPut.Outcome put() {
    WarmupWatch.Mark mark = gets.watch().watch("key");
    WarmupPut put = new WarmupPut(store, gets, mark, gets.watch().clears(), null, "warm");
    return put.run("key", null);
  }

  private interface Event {
    void on(Entry entry);
  }

  /** A cache that does something just as its entry is looked at. */
  private final class Store implements WarmupStore {
    final Map<Object, Entry> table = new HashMap<>();
    Event beforeTheMark = entry -> {};

    @Override
    public WarmupGets warmupGets() {
      return gets;
    }

    @Override
    public void warmupGets(@Nullable WarmupGets other) {
      throw new IllegalStateException("it is recorded already");
    }

    @Override
    public @Nullable Object warmupNode(Object key) {
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
      Object seen = value;
      Event due = store.beforeTheMark;
      store.beforeTheMark = entry -> {};
      due.on(this);
      return seen;
    }
  }
}
