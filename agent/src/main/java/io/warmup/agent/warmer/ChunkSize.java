package io.warmup.agent.warmer;

import java.util.concurrent.TimeUnit;

/**
 * How many keys a worker pulls at once. Where keys are loaded one by one it is a matter of cost
 * alone: as many as keep a worker busy for about a millisecond, so that a fast source does not wait
 * for the lock on its keys, and a slow one's keys are loaded in order and shared evenly.
 */
final class ChunkSize {

  private static final int MOST = 256;
  private static final long SHORT = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long LONG = TimeUnit.MILLISECONDS.toNanos(2);

  private final boolean growing;
  private int size;

  private ChunkSize(int size, boolean growing) {
    this.size = size;
    this.growing = growing;
  }

  static ChunkSize fixed(int size) {
    return new ChunkSize(Math.max(1, size), false);
  }

  static ChunkSize growing() {
    return new ChunkSize(1, true);
  }

  int get() {
    return size;
  }

  void took(long nanos) {
    if (!growing) {
      return;
    }
    if (nanos < SHORT) {
      size = Math.min(MOST, size * 2);
    } else if (nanos > LONG) {
      size = Math.max(1, size / 2);
    }
  }
}
