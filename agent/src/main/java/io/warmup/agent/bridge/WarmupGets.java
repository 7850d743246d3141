package io.warmup.agent.bridge;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The record of one cache's get path, reachable from the cache's own store while it is recorded:
 * counts, the fates of warmed entries, and the keys that open fences watch. Holds nothing of the
 * cache itself.
 */
public final class WarmupGets extends WarmupCounters {

  /** Each of a thread's first misses is looked at, so that small counts are exact. */
  private static final int EACH = 4_096;

  /** Of the later ones one in eight, spread by the golden ratio, which no rhythm of keys meets. */
  private static final int ONE_IN = 8;

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final WarmupFates fates = new WarmupFates();
  private final WarmupWatch watch = new WarmupWatch();
  private final @Nullable WarmupKeys keys;

  /** Stands in for the nodes of a store that has none: the warmed keys alone. */
  private volatile @Nullable ConcurrentHashMap<Object, WarmupEntry> entries;

  /**
   * A record with nothing in it.
   *
   * @param keys told which keys are asked for; null: nobody
   */
  public WarmupGets(@Nullable WarmupKeys keys) {
    this.keys = keys;
  }

  /** What became of the warmed entries. */
  public WarmupFates fates() {
    return fates;
  }

  /** The keys that are being warmed at the moment. */
  public WarmupWatch watch() {
    return watch;
  }

  /**
   * A get found an entry.
   *
   * @param flag the entry's bits, read together with the entry
   * @param node the entry, a {@link WarmupNode}
   */
  public void hit(int flag, Object node) {
    countHit(flag);
    if ((flag & WarmupNode.TOUCHED) == 0) {
      touch((WarmupNode) node);
    }
  }

  /** A get found nothing. */
  void miss(Object key) {
    long before = countMiss();
    WarmupKeys told = keys;
    if (told == null || WarmupUncounted.isOwn()) {
      return;
    }
    told.requested(key, false);
    if (before <= EACH) {
      told.missed(key, 1);
    } else if (before * GOLDEN >>> 61 == 0) {
      told.missed(key, ONE_IN);
    }
  }

  /** The same without a node at hand. */
  void hitKey(Object store, @Nullable Object key) {
    WarmupNode node = key == null ? null : node(store, key);
    if (node == null) {
      countHits(1, 0);
    } else {
      countHits(1, node.warmupFlag() & WarmupNode.WARMED);
      touch(node);
    }
  }

  /**
   * The entry under a key, or what stands in for it; null if there is none or it was not warmed.
   */
  @Nullable WarmupNode node(Object store, Object key) {
    ConcurrentHashMap<Object, WarmupEntry> table = entries;
    if (table != null) {
      return table.get(key);
    }
    return store instanceof WarmupStore ? (WarmupNode) ((WarmupStore) store).warmupNode(key) : null;
  }

  /** Under the key's lock: the warm-up's value will stand there when it is released. */
  void prepare(WarmupStore store, Object key, Object value) {
    if (!store.warmupHasNodes()) {
      standIn(key, value);
    }
  }

  /** The warm-up has put a value into a store that could not be given a field. */
  public void warmed(Object key, Object value) {
    fates.warm(standIn(key, value), (byte) 0);
  }

  private WarmupEntry standIn(Object key, Object value) {
    ConcurrentHashMap<Object, WarmupEntry> table = entries;
    if (table == null) {
      synchronized (this) {
        table = entries;
        if (table == null) {
          table = new ConcurrentHashMap<>();
          entries = table;
        }
      }
    }
    WarmupEntry entry = new WarmupEntry(key, value);
    table.put(key, entry);
    return entry;
  }

  /** A write of the application ends what stands in for the entry. */
  void forget(Object key) {
    ConcurrentHashMap<Object, WarmupEntry> table = entries;
    WarmupEntry entry = table == null ? null : table.remove(key);
    if (entry != null) {
      fates.end(entry, WarmupFates.OVERWRITTEN);
    }
  }

  void forgetAll() {
    ConcurrentHashMap<Object, WarmupEntry> table = entries;
    if (table != null) {
      for (Object key : table.keySet()) {
        forget(key);
      }
    }
  }

  /** What stands in for the entries of a store without nodes. */
  public Iterable<? extends WarmupNode> standIns() {
    ConcurrentHashMap<Object, WarmupEntry> table = entries;
    return table == null ? List.of() : table.values();
  }

  void touch(WarmupNode node) {
    if (WarmupUncounted.isOwn() || !fates.touch(node) || keys == null) {
      return;
    }
    Object key = node.getKey();
    if (key != null) {
      keys.requested(key, true);
    }
  }

  void missed(Object key) {
    if (keys != null && !WarmupUncounted.isOwn()) {
      keys.requested(key, false);
      keys.missed(key, 1);
    }
  }
}
