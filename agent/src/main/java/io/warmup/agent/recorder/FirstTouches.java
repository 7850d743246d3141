package io.warmup.agent.recorder;

import io.warmup.agent.cache.Trial;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How the first reads of the keys on trial ended, one a key. Costs the first read of an entry and a
 * miss one look into a table, and nothing where no key is on trial. Thread-safe.
 */
public final class FirstTouches implements Trial {

  /** In each arm; more would hardly narrow the interval. Some 10 MB where keys are kept for it. */
  private static final int MOST = 100_000;

  private final Side warmed = new Side();
  private final Side heldOut = new Side();
  private volatile @Nullable ConcurrentHashMap<Object, Subject> subjects;

  FirstTouches() {}

  @Override
  public boolean admit(Object key, Arm arm) {
    Side side = arm == Arm.WARMED ? warmed : heldOut;
    Subject known = subjects().get(key);
    if (known == null && side.keys.sum() < MOST) {
      Subject fresh = new Subject(side);
      known = subjects().putIfAbsent(key, fresh);
      if (known == null) {
        side.keys.increment();
        return true;
      }
    }
    return known != null && known.side == side;
  }

  void touched(Object key, boolean hit) {
    ConcurrentHashMap<Object, Subject> table = subjects;
    if (table == null) {
      return;
    }
    Subject subject = table.get(key);
    if (subject != null && subject.compareAndSet(false, true)) {
      subject.side.touched.increment();
      if (hit) {
        subject.side.hits.increment();
      }
    }
  }

  /** So far; null if no key is on trial. */
  @Nullable Counts counts() {
    return subjects == null ? null : new Counts(warmed.counts(), heldOut.counts());
  }

  void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(warmed, 2);
    told.accept(warmed.keys, 6);
    ConcurrentHashMap<Object, Subject> table = subjects;
    if (table != null && !table.isEmpty()) {
      HashTable.parts(table, table.size(), told);
      told.accept(table.values().iterator().next(), table.size());
    }
  }

  private ConcurrentHashMap<Object, Subject> subjects() {
    ConcurrentHashMap<Object, Subject> table = subjects;
    return table == null ? made() : table;
  }

  private synchronized ConcurrentHashMap<Object, Subject> made() {
    ConcurrentHashMap<Object, Subject> table = subjects;
    if (table == null) {
      table = new ConcurrentHashMap<>();
      subjects = table;
    }
    return table;
  }

  /**
   * What was seen.
   *
   * @param warmed of keys that were warmed, drawn the same way as the others
   * @param heldOut of keys left cold
   */
  public record Counts(ArmCounts warmed, ArmCounts heldOut) {}

  /**
   * One side of it.
   *
   * @param keys on trial
   * @param touched keys that were read
   * @param hits of the first reads: those that were answered from the cache
   */
  public record ArmCounts(long keys, long touched, long hits) {}

  /** A key on trial: true once it was read. */
  private static final class Subject extends AtomicBoolean {
    private static final long serialVersionUID = 1L;
    final transient Side side;

    Subject(Side side) {
      this.side = side;
    }
  }

  private static final class Side {
    final LongAdder keys = new LongAdder();
    final LongAdder touched = new LongAdder();
    final LongAdder hits = new LongAdder();

    ArmCounts counts() {
      // Hits first: one counted in between must not come out as more hits than touches.
      long hit = hits.sum();
      return new ArmCounts(keys.sum(), touched.sum(), hit);
    }
  }
}
