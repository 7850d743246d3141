package io.warmup.agent.bridge;

import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The record of one cache's get path, reachable from the cache's own store while it is recorded:
 * counts, the fates of warmed entries, and the keys that open fences watch. Holds nothing of the
 * cache itself.
 */
public final class WarmupGets extends WarmupCounters {

  private final WarmupFates fates;
  private final WarmupKeyed keyed;
  private final WarmupWatch watch = new WarmupWatch();
  private final @Nullable WarmupKeys keys;

  /**
   * A record with nothing in it.
   *
   * @param keys told which keys are asked for; null: nobody
   */
  public WarmupGets(@Nullable WarmupKeys keys) {
    this.keys = keys;
    this.fates = new WarmupFates(keys);
    this.keyed = new WarmupKeyed(fates);
  }

  /**
   * Tells of the objects that this record keeps in memory, those of {@link WarmupKeys} and the
   * cache's own not among them, and of how many there are of each.
   */
  @Override
  public void parts(ObjIntConsumer<Object> told) {
    super.parts(told);
    fates.parts(told);
    watch.parts(told);
    keyed.parts(told);
  }

  /** What became of the warmed entries. */
  public WarmupFates fates() {
    return fates;
  }

  /** The warmed keys, where the store has no nodes. */
  public WarmupKeyed keyed() {
    return keyed;
  }

  /** The keys that are being warmed at the moment. */
  public WarmupWatch watch() {
    return watch;
  }

  /** From here on the store's gets are recorded here. */
  public synchronized void begin(WarmupStore store) {
    store.warmupGets(this);
    store.warmupSlots(slots());
  }

  /** They are recorded no more. */
  public synchronized void end(WarmupStore store) {
    store.warmupSlots(null);
    store.warmupGets(null);
  }

  /** There are others by now, unless recording has ended. */
  private synchronized void renewSlots(WarmupStore store) {
    if (store.warmupGets() == this) {
      store.warmupSlots(slots());
    }
  }

  /**
   * A get found an entry. Each byte of this is compiled into the cache's own get, which the JIT
   * compiler puts into its callers only while it is small: what is rare is a call, casts included,
   * and one branch leads to it.
   *
   * @param slots those of the record, as the store knows them
   * @param flag the entry's bits, read together with the entry
   * @param store a {@link WarmupStore}
   * @param node the entry, a {@link WarmupNode}
   */
  public static void hit(long[] slots, int flag, Object store, Object node) {
    long thread = WarmupThread.number();
    long at = place(slots, thread);
    if (MEMORY.getLong(slots, at + OWNER) == owner(thread, flag)) {
      MEMORY.putLong(slots, at + HITS, MEMORY.getLong(slots, at + HITS) + 1);
      long warm = MEMORY.getLong(slots, at + WARM_HITS) + (flag & WarmupNode.WARMED);
      MEMORY.putLong(slots, at + WARM_HITS, warm);
    } else {
      hitSlowly(slots, store, node);
    }
  }

  /** A thread's or an entry's first, mostly. */
  @DontInline
  private static void hitSlowly(long[] slots, Object recorded, Object node) {
    WarmupStore store = (WarmupStore) recorded;
    WarmupGets gets = store.warmupGets();
    if (gets != null) {
      gets.hit((WarmupNode) node);
      if (gets.slots() != slots) {
        gets.renewSlots(store);
      }
    }
  }

  private void hit(WarmupNode node) {
    byte flag = node.warmupFlag();
    countHit(flag);
    if ((flag & WarmupNode.TOUCHED) == 0) {
      touch(node);
    }
  }

  /**
   * Traffic opens: which entries are read from here on is yet to be seen. Looks at each entry, so
   * not to be called where none was read.
   *
   * @param store null where it has no nodes
   */
  public void reopen(@Nullable WarmupStore store) {
    keyed.reopen();
    if (store != null && store.warmupHasNodes()) {
      for (Object node : store.warmupTable().values()) {
        fates.reopen((WarmupNode) node);
      }
    }
  }

  /** A get found nothing. */
  @DontInline
  public void miss(Object key) {
    long thread = WarmupThread.number();
    long[] slots = slots();
    long at = place(slots, thread);
    if (MEMORY.getLong(slots, at + OWNER) != owner(thread, WarmupNode.TOUCHED)) {
      missSlowly(key);
      return;
    }
    long misses = MEMORY.getLong(slots, at + MISSES) + 1;
    MEMORY.putLong(slots, at + MISSES, misses);
    WarmupKeys told = keys;
    if (told != null) {
      told.missed(key, misses);
    }
  }

  /** A thread's first, mostly. */
  private void missSlowly(Object key) {
    countMisses(1);
    missed(key);
  }

  /** The same without a node at hand. */
  void hitKey(Object store, Object key) {
    WarmupNode node = node(store, key);
    if (node != null) {
      countHit(node.warmupFlag());
      touch(node);
    } else {
      byte flag = keyed.flag(key);
      countHit(flag);
      touchKey(key, flag);
    }
  }

  /**
   * A get of a store without nodes finds an entry, unless {@link #missAfterAll} is called.
   *
   * @return the key's bits before
   */
  byte lookUp(Object key) {
    byte flag = keyed.flag(key);
    countHit(flag);
    if ((flag & WarmupNode.WARMED) != 0) {
      touchKey(key, flag);
    } else if (keys != null && !WarmupUncounted.isOwn()) {
      keys.asked(key);
    }
    return flag;
  }

  /**
   * What {@link #lookUp} counted found nothing: the entry is gone. (One that was warmed stays among
   * the keys that were covered: an estimate takes nothing back.)
   *
   * @param flag what that gave
   */
  void missAfterAll(Object key, byte flag) {
    countHits(-1, -(flag & WarmupNode.WARMED));
    countMisses(1);
    keyed.untouch(key, flag);
    missed(key);
  }

  /**
   * One of several has found its entry: a hit that is counted with the others, whose it is here.
   */
  void hitOfSeveral(WarmupNode node) {
    countWarm(node.warmupFlag());
    touch(node);
  }

  /** The same without a node at hand. */
  void hitOfSeveral(Object store, Object key) {
    WarmupNode node = node(store, key);
    if (node != null) {
      hitOfSeveral(node);
    } else {
      byte flag = keyed.flag(key);
      countWarm(flag);
      touchKey(key, flag);
    }
  }

  private void countWarm(byte flag) {
    if ((flag & WarmupNode.WARMED) != 0) {
      countHits(0, 1);
    }
  }

  /** The entry under a key; null without one, or in a store without nodes. */
  @Nullable WarmupNode node(Object store, Object key) {
    return store instanceof WarmupStore ? (WarmupNode) ((WarmupStore) store).warmupNode(key) : null;
  }

  /**
   * A key was read in a store without nodes, where only those of warmed entries are remembered: any
   * other is told of each time.
   */
  private void touchKey(Object key, byte flag) {
    boolean warmed = (flag & WarmupNode.WARMED) != 0;
    if ((warmed && (flag & WarmupNode.TOUCHED) != 0) || WarmupUncounted.isOwn()) {
      return;
    }
    told(key, warmed ? keyed.touch(key) : 0);
  }

  void touch(WarmupNode node) {
    if (WarmupUncounted.isOwn()) {
      return;
    }
    byte before = fates.touch(node);
    Object key = (before & WarmupNode.TOUCHED) != 0 || keys == null ? null : node.getKey();
    if (key != null) {
      told(key, before);
    }
  }

  private void told(Object key, byte before) {
    WarmupKeys told = keys;
    if (told != null && (before & WarmupNode.TOUCHED) == 0) {
      told.requested(key);
      if ((before & WarmupNode.WARMED) != 0) {
        told.covered(key);
      }
    }
  }

  void missed(Object key) {
    if (keys != null && !WarmupUncounted.isOwn()) {
      keys.missed(key, 0);
    }
  }
}
