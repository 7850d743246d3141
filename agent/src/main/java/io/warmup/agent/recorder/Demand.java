package io.warmup.agent.recorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long get paths are recorded: while a window is open (each application in the JVM has its
 * own, and one that opens while another is open joins that); and those of the caches that are
 * warmed, while a run goes on, whose fences learn from the record what the application writes, or
 * while a window is still to come. Thread-safe.
 */
final class Demand {

  private int windows;
  private int holders;
  private volatile @Nullable Instant opened;
  private volatile boolean over;

  /** When the window that is open was opened; null: none is. */
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
   * @return false: another application's is open already, and it joins that
   */
  synchronized boolean open(Instant now) {
    windows++;
    over = false;
    if (windows > 1) {
      return false;
    }
    opened = now;
    return true;
  }

  /** Whether the next one to close is the last that is open. */
  synchronized boolean hasOneWindow() {
    return windows == 1;
  }

  synchronized void close() {
    windows = Math.max(0, windows - 1);
    if (windows == 0) {
      opened = null;
      over = holders == 0;
    }
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
