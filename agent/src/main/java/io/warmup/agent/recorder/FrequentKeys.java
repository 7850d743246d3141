package io.warmup.agent.recorder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjIntConsumer;

/**
 * The most frequent keys of a stream, in bounded memory: Misra and Gries (1982), making room by
 * taking the median count from every key (Anderson et al. 2017), so that an addition costs constant
 * time on average. A count is a lower bound, short by at most {@link #error}; exact while there are
 * fewer keys than counters.
 *
 * <p>Thread-safe. A key's own methods are called by the thread that adds it, and with no lock: one
 * that blocks holds up nobody else. Nor does a thread wait for another one that gives a key its
 * counter, for longer than a moment: its key is passed over then.
 *
 * <p>A well-kept library has the same (Apache DataSketches' frequent items), at 700 KB with its
 * memory module: three times what is here would still be little beside that.
 */
final class FrequentKeys {

  private static final int COUNTERS = 4_096;
  private static final int FEWEST_SLOTS = 64;

  /** Keys whose hash codes are all the same have so many counters at most. */
  private static final int LONGEST_SEARCH = 128;

  private static final int PATIENCE = 1_000;

  /** Open addressing; half of it is empty at least. Counters move along when it is replaced. */
  private volatile AtomicReferenceArray<Counter> slots = new AtomicReferenceArray<>(FEWEST_SLOTS);

  private final AtomicLong passedOver = new AtomicLong();
  private final AtomicBoolean moving = new AtomicBoolean();

  // Written by whoever has set it.
  private int used;
  private volatile long error;
  private volatile long forgotten;

  private volatile boolean sampled;

  /**
   * A key whose own methods throw is left out.
   *
   * @param weight of how many it was drawn
   */
  void add(Object key, int weight) {
    if (weight > 1 && !sampled) {
      sampled = true;
    }
    try {
      // Neighbours must not stand side by side.
      int hash = (int) KeyHash.mix(key.hashCode());
      while (!tryAdd(key, hash, weight)) {
        Thread.onSpinWait();
      }
    } catch (Throwable e) {
      // The application meets the same exception on its own way to the cache.
    }
  }

  /** How far the counts can be relied on. */
  MissedBounds bounds() {
    long never = passedOver.get();
    return new MissedBounds(error + never, forgotten + never, sampled);
  }

  /** Keys and their counts, most frequent first. */
  List<Count> counts() {
    AtomicReferenceArray<Counter> table = slots;
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < table.length(); i++) {
      Counter counter = table.get(i);
      if (counter != null && counter.get() > 0) {
        counts.add(new Count(counter.key, counter.get()));
      }
    }
    counts.sort((one, other) -> Long.compare(other.count(), one.count()));
    return counts;
  }

  void clear() {
    while (!moving.compareAndSet(false, true)) {
      Thread.yield();
    }
    try {
      slots = new AtomicReferenceArray<>(FEWEST_SLOTS);
      used = 0;
      error = 0;
      forgotten = 0;
      sampled = false;
      passedOver.set(0);
    } finally {
      moving.set(false);
    }
  }

  void parts(ObjIntConsumer<Object> told) {
    AtomicReferenceArray<Counter> table = slots;
    told.accept(this, 1);
    told.accept(table, 1);
    told.accept(new Object[table.length()], 1);
    told.accept(passedOver, 1);
    told.accept(moving, 1);
    List<Count> counts = counts();
    if (!counts.isEmpty()) {
      told.accept(new Counter("", 0, 0), counts.size());
    }
  }

  /**
   * @return false: the counters have just moved, look again
   */
  private boolean tryAdd(Object key, int hash, int weight) {
    AtomicReferenceArray<Counter> table = slots;
    for (int i = 0; i < LONGEST_SEARCH; i++) {
      int slot = (hash + i) & (table.length() - 1);
      Counter counter = table.get(slot);
      if (counter == null) {
        return tryInsert(table, slot, new Counter(key, hash, weight));
      }
      if (counter.isOf(key, hash)) {
        counter.addAndGet(weight);
        return true;
      }
    }
    passedOver.addAndGet(weight);
    return true;
  }

  private boolean tryInsert(AtomicReferenceArray<Counter> table, int slot, Counter counter) {
    if (!tryToMove()) {
      passedOver.addAndGet(counter.get());
      return true;
    }
    try {
      if (slots != table || table.get(slot) != null) {
        return false;
      }
      if (used >= COUNTERS) {
        makeRoom(table);
        return false;
      }
      table.set(slot, counter);
      used++;
      if (used > table.length() / 2) {
        move(table, table.length() * 2);
      }
      return true;
    } finally {
      moving.set(false);
    }
  }

  private boolean tryToMove() {
    for (int i = 0; i < PATIENCE; i++) {
      if (moving.compareAndSet(false, true)) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private void makeRoom(AtomicReferenceArray<Counter> table) {
    long[] sorted = new long[used];
    int counters = 0;
    for (int i = 0; i < table.length(); i++) {
      Counter counter = table.get(i);
      if (counter != null) {
        sorted[counters++] = counter.get();
      }
    }
    Arrays.sort(sorted);
    long median = sorted[counters / 2];
    long taken = 0;
    for (int i = 0; i < table.length(); i++) {
      Counter counter = table.get(i);
      if (counter != null) {
        taken += median + Math.min(0, counter.addAndGet(-median));
      }
    }
    error += median;
    forgotten += taken;
    move(table, table.length());
  }

  /** Those that have anything left. */
  private void move(AtomicReferenceArray<Counter> table, int length) {
    AtomicReferenceArray<Counter> moved = new AtomicReferenceArray<>(length);
    used = 0;
    for (int i = 0; i < table.length(); i++) {
      Counter counter = table.get(i);
      if (counter != null && counter.get() > 0) {
        int slot = counter.hash & (length - 1);
        while (moved.get(slot) != null) {
          slot = (slot + 1) & (length - 1);
        }
        moved.set(slot, counter);
        used++;
      }
    }
    slots = moved;
  }

  /** One key's. */
  record Count(Object key, long count) {}

  private static final class Counter extends AtomicLong {
    private static final long serialVersionUID = 1L;

    final transient Object key;
    final transient int hash;

    Counter(Object key, int hash, long count) {
      super(count);
      this.key = key;
      this.hash = hash;
    }

    /** The asking key's own methods are called, and no other's. */
    boolean isOf(Object asking, int asked) {
      return hash == asked && (key == asking || asking.equals(key));
    }
  }
}
