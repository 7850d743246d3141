package io.warmup.agent.bridge;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Exact counts of one cache's gets. A thread that comes back finds the cell it owns in one step and
 * adds to it, with no atomic instruction; where threads outnumber the cells they share stripes.
 *
 * <p>Virtual threads use the cell of the thread that carries them: nothing between finding the cell
 * and adding to it can unmount them.
 */
public class WarmupCounters {

  private static final int MAX_CELLS = 1024;
  private static final int STRIPES = 16;
  private static final int STRIDE = 16;
  private static final int HITS = 0;
  private static final int WARM_HITS = 1;
  private static final int MISSES = 2;

  private static final @Nullable MethodHandle CARRIER = carrier();

  private @Nullable WarmupCell[] cells = new WarmupCell[16];
  private final long[] departed = new long[3];
  private volatile @Nullable AtomicLongArray stripes;

  WarmupCounters() {}

  final void countHit(int flag) {
    WarmupCell cell = ownCell();
    if (cell != null) {
      cell.hits++;
      cell.warmHits += flag & WarmupNode.WARMED;
    } else {
      countHits(1, flag & WarmupNode.WARMED);
    }
  }

  final void countHits(long hits, long warmHits) {
    count(hits, warmHits, 0);
  }

  final void countMisses(long misses) {
    count(0, 0, misses);
  }

  /**
   * Hits, hits on warmed entries, misses. Exact for every get that happened before; one that is on
   * its way on another thread is in or not.
   */
  public final synchronized long[] counts() {
    long[] sums = departed.clone();
    @Nullable WarmupCell[] table = cells;
    for (int i = 0; i < table.length; i++) {
      WarmupCell cell = table[i];
      if (cell != null) {
        add(sums, cell);
        if (!cell.owner.isAlive()) {
          add(departed, cell);
          table[i] = null;
        }
      }
    }
    AtomicLongArray shared = stripes;
    if (shared != null) {
      for (int i = 0; i < STRIPES; i++) {
        for (int j = 0; j < sums.length; j++) {
          sums[j] += shared.get(i * STRIDE + j);
        }
      }
    }
    return sums;
  }

  /** Tells of the objects kept for these counts, and of how many there are of each. */
  synchronized void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(departed, 1);
    told.accept(cells, 1);
    for (WarmupCell cell : cells) {
      if (cell != null) {
        told.accept(cell, 1);
      }
    }
    AtomicLongArray shared = stripes;
    if (shared != null) {
      told.accept(shared, 1);
      told.accept(new long[shared.length()], 1);
    }
  }

  private static void add(long[] sums, WarmupCell cell) {
    sums[HITS] += cell.hits;
    sums[WARM_HITS] += cell.warmHits;
    sums[MISSES] += cell.misses;
  }

  /** Found again by each who adds to it: null where the thread has none, or is not to count. */
  final @Nullable WarmupCell ownCell() {
    return WarmupUncounted.isOwn() ? null : find();
  }

  private @Nullable WarmupCell find() {
    Thread thread = current();
    @Nullable WarmupCell[] table = cells;
    WarmupCell cell = table[(int) thread.getId() & (table.length - 1)];
    return cell != null && cell.owner == thread ? cell : null;
  }

  private void count(long hits, long warmHits, long misses) {
    if (WarmupUncounted.isOwn()) {
      return;
    }
    // Adopting may move a virtual thread to another carrier: look again afterwards.
    WarmupCell cell = find();
    while (cell == null && adopt(current())) {
      cell = find();
    }
    if (cell == null) {
      share(hits, warmHits, misses);
    } else {
      cell.hits += hits;
      cell.warmHits += warmHits;
      cell.misses += misses;
    }
  }

  /**
   * Gives the thread a cell.
   *
   * @return false if there is no room, and it has to share
   */
  private synchronized boolean adopt(Thread thread) {
    if (CARRIER == null && thread.getClass().getName().equals("java.lang.VirtualThread")) {
      return false;
    }
    while (true) {
      @Nullable WarmupCell[] table = cells;
      int home = (int) thread.getId() & (table.length - 1);
      WarmupCell cell = table[home];
      if (cell == null) {
        table[home] = new WarmupCell(thread);
        return true;
      }
      if (cell.owner == thread) {
        return true;
      }
      if (!cell.owner.isAlive()) {
        add(departed, cell);
        table[home] = null;
      } else if (table.length < MAX_CELLS) {
        cells = grown(table);
      } else {
        return false;
      }
    }
  }

  /** Owners of different homes stay apart when the table doubles. */
  private static @Nullable WarmupCell[] grown(@Nullable WarmupCell[] table) {
    @Nullable WarmupCell[] larger = new WarmupCell[table.length * 2];
    for (WarmupCell cell : table) {
      if (cell != null) {
        larger[(int) cell.owner.getId() & (larger.length - 1)] = cell;
      }
    }
    return larger;
  }

  private void share(long hits, long warmHits, long misses) {
    AtomicLongArray shared = stripes;
    if (shared == null) {
      shared = makeStripes();
    }
    int stripe = (int) Thread.currentThread().getId() & (STRIPES - 1);
    shared.getAndAdd(stripe * STRIDE + HITS, hits);
    shared.getAndAdd(stripe * STRIDE + WARM_HITS, warmHits);
    shared.getAndAdd(stripe * STRIDE + MISSES, misses);
  }

  private synchronized AtomicLongArray makeStripes() {
    AtomicLongArray shared = stripes;
    if (shared == null) {
      shared = new AtomicLongArray(STRIPES * STRIDE);
      stripes = shared;
    }
    return shared;
  }

  private static Thread current() {
    if (CARRIER != null) {
      try {
        return (Thread) CARRIER.invokeExact();
      } catch (Throwable e) {
        return Thread.currentThread();
      }
    }
    return Thread.currentThread();
  }

  /** {@code Thread.currentCarrierThread}, where there are virtual threads and we may call it. */
  private static @Nullable MethodHandle carrier() {
    try {
      return MethodHandles.lookup()
          .findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
