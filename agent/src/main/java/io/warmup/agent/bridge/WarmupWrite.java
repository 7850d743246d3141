package io.warmup.agent.bridge;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One key of one store, written during a {@link WarmupFilling}. */
final class WarmupWrite {

  /** In place of what stood there before: the write has been seen to happen. */
  static final Object DONE = new Object();

  final Object store;
  final Object key;
  final @Nullable Object before;
  private final int hash;

  /** Of the entry, when its value was replaced. */
  byte previous;

  WarmupWrite(Object store, Object key, @Nullable Object before) {
    this.store = store;
    this.key = key;
    this.before = before;
    this.hash = System.identityHashCode(store) * 31 + key.hashCode();
  }

  boolean settle(WarmupFilling.Finder finder) {
    WarmupGets gets = WarmupSites.gets(store);
    if (gets == null) {
      finder.met(store);
      gets = WarmupSites.gets(store);
    }
    if (gets == null) {
      return false;
    }
    Object now = before == DONE ? DONE : value(store, key);
    if (now != null && (now == DONE || (now != before && !hasFailed(now)))) {
      warmed(gets, now);
      return true;
    }
    if (now == null) {
      gone(gets);
    }
    return false;
  }

  private void warmed(WarmupGets gets, Object value) {
    if (!(store instanceof WarmupStore) || !((WarmupStore) store).warmupHasNodes()) {
      gets.keyed().warmed(key);
      return;
    }
    byte since = gets.fates().since(previous, key);
    WarmupNode node = gets.node(store, key);
    if (node == null) {
      gets.fates().gone(key, since, WarmupFates.EVICTED);
    } else if (!gets.fates().warm(node, value, since)) {
      gets.fates().gone(key, since, WarmupFates.OVERWRITTEN);
    }
  }

  private void gone(WarmupGets gets) {
    gets.keyed().forget(key, WarmupFates.OVERWRITTEN);
    gets.fates().end(key, previous, WarmupFates.OVERWRITTEN);
  }

  private static boolean hasFailed(Object value) {
    return value instanceof CompletableFuture
        && ((CompletableFuture<?>) value).isCompletedExceptionally();
  }

  /** What stands there; neither loads nor counts as a get. */
  static @Nullable Object value(Object store, Object key) {
    if (!(store instanceof WarmupStore)) {
      return ((Map<?, ?>) store).get(key);
    }
    WarmupStore own = (WarmupStore) store;
    if (!own.warmupHasNodes()) {
      return own.warmupTable().get(key);
    }
    WarmupNode node = (WarmupNode) own.warmupNode(key);
    return node == null || own.warmupExpired(node) ? null : node.getValue();
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WarmupWrite
        && ((WarmupWrite) other).store == store
        && ((WarmupWrite) other).key.equals(key);
  }
}
