package io.warmup.agent.bridge;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The warmed keys of a store without nodes, and what becomes of their entries. A key whose own
 * {@code equals} or {@code hashCode} fails is not known here: the application meets the same
 * exception. Thread-safe.
 */
public final class WarmupKeyed {

  private final WarmupFates fates;

  /** Made for the first key: most stores have nodes. */
  private volatile @Nullable WarmupLedger ledger;

  WarmupKeyed(WarmupFates fates) {
    this.fates = fates;
  }

  /** The warm-up has put a value, or will have when the key's lock is released. */
  public void warmed(Object key) {
    byte since = fates.since((byte) 0, key);
    byte before = ledger().add(key, since);
    if (((before | since) & WarmupNode.WARMED) == 0) {
      fates.count(WarmupFates.WARMED);
    }
  }

  private synchronized WarmupLedger ledger() {
    WarmupLedger known = ledger;
    if (known == null) {
      known = new WarmupLedger();
      ledger = known;
    }
    return known;
  }

  /** The warmed keys nobody has read yet. */
  public List<Object> unread() {
    WarmupLedger known = ledger;
    return known == null ? List.of() : known.unread();
  }

  /** The warmed keys that somebody has read. */
  public List<Object> used() {
    WarmupLedger known = ledger;
    return known == null ? List.of() : known.used();
  }

  /** The key's bits, those of {@link WarmupNode}; 0 if it is not warmed. */
  byte flag(Object key) {
    WarmupLedger known = ledger;
    try {
      return known == null ? 0 : known.flag(key);
    } catch (Throwable e) {
      return 0;
    }
  }

  /**
   * The application has read the key's entry.
   *
   * @return its bits before
   */
  byte touch(Object key) {
    WarmupLedger known = ledger;
    byte before;
    try {
      before = known == null ? 0 : known.touch(key);
    } catch (Throwable e) {
      return 0;
    }
    if (WarmupFates.isUnread(before)) {
      fates.count(WarmupFates.USED);
    }
    return before;
  }

  /**
   * What was told as a read found nothing: the entry is gone.
   *
   * @param before its bits then
   */
  void untouch(Object key, byte before) {
    if (WarmupFates.isUnread(before)) {
      remove(key);
      fates.uncount(WarmupFates.USED);
      fates.count(WarmupFates.EVICTED);
    } else {
      forget(key, WarmupFates.EVICTED);
    }
  }

  /** The entry has ended so. */
  void forget(Object key, int fate) {
    fates.end(key, remove(key), fate);
  }

  private byte remove(Object key) {
    WarmupLedger known = ledger;
    try {
      return known == null ? 0 : known.remove(key);
    } catch (Throwable e) {
      return 0;
    }
  }

  /** All entries have ended, by the application's doing. */
  void forgetAll() {
    WarmupLedger known = ledger;
    if (known != null) {
      List<Object> used = known.used();
      for (int i = known.clear(); i > 0; i--) {
        fates.count(WarmupFates.OVERWRITTEN);
      }
      for (Object key : used) {
        fates.end(key, WarmupNode.USED_BEFORE, WarmupFates.OVERWRITTEN);
      }
    }
  }

  /** Traffic opens. */
  void reopen() {
    WarmupLedger known = ledger;
    if (known != null) {
      known.reopen();
    }
  }

  void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    WarmupLedger known = ledger;
    if (known != null) {
      known.parts(told);
    }
  }
}
