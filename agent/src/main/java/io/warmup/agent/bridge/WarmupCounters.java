package io.warmup.agent.bridge;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Exact counts of one cache's gets. A thread that comes back finds the slot it owns in one step and
 * adds to it, with no atomic instruction; where threads outnumber the slots they share stripes.
 *
 * <p>The slots are parts of one array, so that a get reaches its own with as little code as can be.
 * Virtual threads use that of the thread that carries them.
 */
public class WarmupCounters {

  static final Unsafe MEMORY = Unsafe.getUnsafe();

  /** What to mask a thread's number with, to have its slot's place; read by all, never written. */
  private static final long MASK = arrayBase();

  /**
   * Where a slot's parts are, in bytes from its place: half a slot on, so that none is on one line
   * of the processor's cache with the mask and the array's length.
   */
  static final long OWNER = MASK + 64;

  static final long HITS = OWNER + 8;
  static final long WARM_HITS = OWNER + 16;
  static final long MISSES = OWNER + 24;

  private static final int SLOT_BITS = 7;
  private static final int SLOT = (1 << SLOT_BITS) / Long.BYTES;
  private static final int OWNER_BITS = 2;
  private static final int MAX_SLOTS = 1024;
  private static final int STRIPES = 16;
  private static final int STRIDE = 16;

  private final long[] departed = new long[3];
  private @Nullable Thread[] owners = new Thread[2];
  private long[] slots = slots(owners.length);
  private long[][] outgrown = {};
  private volatile @Nullable AtomicLongArray stripes;

  WarmupCounters() {}

  /** Asked for by name, since it is an int up to JDK 24 and a long from there on. */
  private static long arrayBase() {
    try {
      return Unsafe.class.getDeclaredField("ARRAY_LONG_BASE_OFFSET").getLong(null);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Where the slot of a thread is, if it has one; to be added to where the parts of a slot are. */
  static long place(long[] slots, long thread) {
    return (thread << SLOT_BITS) & MEMORY.getLong(slots, MASK);
  }

  /**
   * What stands as the owner of the slot of a thread that may count at once. An entry's bits are in
   * here, so that a get has all that is rare behind a single comparison.
   *
   * @param flag the bits of an entry that was read; {@link WarmupNode#TOUCHED} for none
   */
  static long owner(long thread, int flag) {
    return ((thread << OWNER_BITS) + (flag & WarmupNode.TOUCHED)) ^ WarmupUncounted.some;
  }

  /** The same as it is written. */
  private static long owner(long thread) {
    return (thread << OWNER_BITS) + WarmupNode.TOUCHED;
  }

  /** Replaced by a larger one as threads come; what is added to an earlier one counts as well. */
  final long[] slots() {
    return slots;
  }

  final void countHit(int flag) {
    countHits(1, flag & WarmupNode.WARMED);
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
    for (long[] former : outgrown) {
      for (int i = 0; i < former.length / SLOT; i++) {
        add(sums, former, i);
      }
    }
    for (int i = 0; i < owners.length; i++) {
      add(sums, slots, i);
      Thread owner = owners[i];
      if (owner != null && !owner.isAlive()) {
        depart(i);
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
    told.accept(owners, 1);
    told.accept(outgrown, 1);
    for (long[] former : outgrown) {
      told.accept(former, 1);
    }
    told.accept(slots, 1);
    AtomicLongArray shared = stripes;
    if (shared != null) {
      told.accept(shared, 1);
      told.accept(new long[shared.length()], 1);
    }
  }

  private static void add(long[] sums, long[] slots, int slot) {
    long at = (long) slot << SLOT_BITS;
    sums[0] += MEMORY.getLong(slots, at + HITS);
    sums[1] += MEMORY.getLong(slots, at + WARM_HITS);
    sums[2] += MEMORY.getLong(slots, at + MISSES);
  }

  private void count(long hits, long warmHits, long misses) {
    if (WarmupUncounted.isOwn()) {
      return;
    }
    while (true) {
      // Adopting may move a virtual thread to another carrier: look again afterwards.
      long thread = WarmupThread.number();
      long[] table = slots;
      long at = place(table, thread);
      if (MEMORY.getLong(table, at + OWNER) == owner(thread)) {
        MEMORY.putLong(table, at + HITS, MEMORY.getLong(table, at + HITS) + hits);
        MEMORY.putLong(table, at + WARM_HITS, MEMORY.getLong(table, at + WARM_HITS) + warmHits);
        MEMORY.putLong(table, at + MISSES, MEMORY.getLong(table, at + MISSES) + misses);
        return;
      }
      if (!adopt()) {
        share(hits, warmHits, misses);
        return;
      }
    }
  }

  /**
   * Gives the current thread a slot.
   *
   * @return false if there is no room, and it has to share
   */
  private synchronized boolean adopt() {
    while (!take(WarmupThread.current(), WarmupThread.number())) {
      if (owners.length == MAX_SLOTS) {
        return false;
      }
      grow();
    }
    return true;
  }

  /** Whether the slot in the thread's place is its own now. */
  private boolean take(Thread thread, long number) {
    long at = place(slots, number);
    int slot = (int) (at >> SLOT_BITS);
    Thread owner = owners[slot];
    if (owner != null && !owner.isAlive()) {
      depart(slot);
    }
    if (owners[slot] == null) {
      owners[slot] = thread;
      MEMORY.putLong(slots, at + OWNER, owner(number));
    }
    return owners[slot] == thread;
  }

  /** Its counts stay. */
  private void depart(int slot) {
    add(departed, slots, slot);
    Arrays.fill(slots, slot * SLOT + SLOT / 2, (slot + 1) * SLOT, 0);
    owners[slot] = null;
  }

  /** Each thread adopts its slot anew, since others go on to add to theirs meanwhile. */
  private void grow() {
    outgrown = Arrays.copyOf(outgrown, outgrown.length + 1);
    outgrown[outgrown.length - 1] = slots;
    owners = new Thread[owners.length * 2];
    slots = slots(owners.length);
  }

  private static long[] slots(int count) {
    long[] made = new long[count * SLOT];
    MEMORY.putLong(made, MASK, (count - 1L) << SLOT_BITS);
    return made;
  }

  private void share(long hits, long warmHits, long misses) {
    AtomicLongArray shared = stripes;
    if (shared == null) {
      shared = makeStripes();
    }
    int stripe = (int) Thread.currentThread().getId() & (STRIPES - 1);
    shared.getAndAdd(stripe * STRIDE, hits);
    shared.getAndAdd(stripe * STRIDE + 1, warmHits);
    shared.getAndAdd(stripe * STRIDE + 2, misses);
  }

  private synchronized AtomicLongArray makeStripes() {
    AtomicLongArray shared = stripes;
    if (shared == null) {
      shared = new AtomicLongArray(STRIPES * STRIDE);
      stripes = shared;
    }
    return shared;
  }
}
