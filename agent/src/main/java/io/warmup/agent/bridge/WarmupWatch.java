package io.warmup.agent.bridge;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open fences watch. The application's writes mark them before they take effect, so
 * that a value loaded before such a write is never put after it. With no fence open a write pays
 * one null check.
 */
public final class WarmupWatch {

  private volatile @Nullable ConcurrentHashMap<Object, Mark> marks;
  private volatile int clears;
  private int watched;
  private boolean ended;

  /** Puts on their way that began after an even, and after an odd number of clears. */
  private final AtomicIntegerArray putting = new AtomicIntegerArray(2);

  /** Held by the clear that waits: the next one would not see the puts this one waits for. */
  private final ReentrantLock clearing = new ReentrantLock();

  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final int SPINS = 1_000;
  private static final long NAP_NANOS = 20_000;

  private final long patienceNanos;

  WarmupWatch() {
    this(PATIENCE_NANOS);
  }

  /**
   * A watch over no key.
   *
   * @param patienceNanos how long a clear waits for a put on its way
   */
  WarmupWatch(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** Whether the application has touched a key since it is watched. */
  public static final class Mark {
    private int fences;
    volatile boolean touched;

    Mark() {}

    /** Whether the application has written or removed the key since. */
    public boolean isTouched() {
      return touched;
    }
  }

  /** How often the whole cache was cleared; a fence compares it. */
  public int clears() {
    return clears;
  }

  /**
   * A put begins.
   *
   * @param expected {@link #clears} when its fence was opened
   * @return false if there was a clear since: it may not go on
   */
  boolean enter(int expected) {
    putting.incrementAndGet(expected & 1);
    if (clears == expected) {
      return true;
    }
    exit(expected);
    return false;
  }

  /** A put that was let in has ended. */
  void exit(int expected) {
    putting.decrementAndGet(expected & 1);
  }

  /** Begins to watch a key. Two fences that watch the same key share its mark. */
  public synchronized Mark watch(Object key) {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (table == null) {
      table = new ConcurrentHashMap<>();
      marks = table;
    }
    Mark mark = table.computeIfAbsent(key, absent -> new Mark());
    mark.fences++;
    watched++;
    if (ended) {
      mark.touched = true;
    }
    return mark;
  }

  /**
   * Nobody will tell of the application's writes any more: whatever is watched, now or later, may
   * have been written. Puts on their way are waited for as by {@link #everything}.
   */
  public void end() {
    synchronized (this) {
      ended = true;
    }
    everything();
  }

  /** Takes one {@link #watch} back. */
  public synchronized void release(Object key, Mark mark) {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (--mark.fences == 0 && table != null) {
      table.remove(key, mark);
    }
    if (--watched == 0) {
      marks = null;
    }
  }

  void touched(@Nullable Object key) {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (table == null || key == null) {
      return;
    }
    try {
      Mark mark = table.get(key);
      if (mark != null) {
        mark.touched = true;
      }
    } catch (Throwable e) {
      // The key's own equals or hashCode failed, as it will for the application: watch nothing.
      everything();
    }
  }

  /**
   * A clear walks the entries without the lock a put holds, and could pass one by that is about to
   * appear: so it waits for those, which take a microsecond. A put that hangs in the application's
   * own weigher is not waited for longer than a second; it takes its value back.
   */
  void everything() {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (table == null) {
      return;
    }
    clearing.lock();
    try {
      int before = next();
      for (Mark mark : table.values()) {
        mark.touched = true;
      }
      awaitPuts(before & 1);
    } finally {
      clearing.unlock();
    }
  }

  private void awaitPuts(int ofClears) {
    long begun = System.nanoTime();
    for (int i = 0; putting.get(ofClears) > 0; i++) {
      if (i < SPINS) {
        Thread.onSpinWait();
      } else if (System.nanoTime() - begun < patienceNanos) {
        LockSupport.parkNanos(NAP_NANOS);
      } else {
        return;
      }
    }
  }

  private synchronized int next() {
    return clears++;
  }

  /** Tells of the objects kept while nothing is watched, and of how many there are of each. */
  void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(putting, 1);
    told.accept(new int[putting.length()], 1);
    told.accept(clearing, 1);
  }
}
