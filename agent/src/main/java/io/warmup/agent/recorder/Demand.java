package io.warmup.agent.recorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long get paths are recorded: while a window is open; and those of the caches that are
 * warmed, while a run goes on, whose fences learn from the record what the application writes, or
 * while a window is still to come. Thread-safe.
 */
final class Demand {

  /** By identity, in the order of their opening. */
  private final List<Object> windows = new ArrayList<>();

  private int holders;
  private volatile @Nullable Instant opened;
  private volatile boolean over;

  /** Since when windows have been open without a gap; null: none is. */
  @Nullable Instant opened() {
    return opened;
  }

  /** Whether somebody wanted records, and nobody does any more. */
  boolean isOver() {
    return over;
  }

  /**
   * A window opens.
   *
   * @param owner whose it is; one that has a window open begins it anew
   * @return whether records begin now; false: they go on, for windows that others have open
   */
  synchronized boolean open(Object owner, Instant now) {
    windows.removeIf(window -> window == owner);
    windows.add(owner);
    if (windows.size() > 1) {
      return false;
    }
    opened = now;
    over = false;
    return true;
  }

  synchronized void close(Object owner) {
    windows.removeIf(window -> window == owner);
    if (windows.isEmpty()) {
      opened = null;
      over = holders == 0;
    }
  }

  synchronized boolean isOpen(Object owner) {
    return windows.stream().anyMatch(window -> window == owner);
  }

  /** Whether this owner's window has been open for longest. */
  synchronized boolean isFirst(Object owner) {
    return !windows.isEmpty() && windows.get(0) == owner;
  }

  synchronized void hold() {
    holders++;
    over = false;
  }

  synchronized void release() {
    holders--;
    over = holders == 0 && opened == null;
  }
}
