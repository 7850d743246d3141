package io.warmup.agent.recorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long get paths are recorded: while the window is open; and those of the caches that are
 * warmed, while a run goes on, whose fences learn from the record what the application writes, or
 * while a window is still to come. Thread-safe.
 */
final class Demand {

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

  synchronized void open(Instant now) {
    opened = now;
    over = false;
  }

  synchronized void close() {
    opened = null;
    over = holders == 0;
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
