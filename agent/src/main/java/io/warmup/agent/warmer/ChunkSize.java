package io.warmup.agent.warmer;

import java.util.concurrent.TimeUnit;

/**
 * How many keys a worker pulls at once. Where keys are loaded one by one it is a matter of cost
 * alone: as many as keep a worker busy for some time, so that workers do not meet at the lock on
 * the keys, and a slow source's keys are still loaded in order and shared evenly.
 */
final class ChunkSize {

  private static final int MOST = 256;

  private final long shortNanos;
  private int size;

  private ChunkSize(int size, long shortNanos) {
    this.size = size;
    this.shortNanos = shortNanos;
  }

  static ChunkSize fixed(int size) {
    return new ChunkSize(Math.max(1, size), 0);
  }

  /** Between 5 and 20 milliseconds' worth: with a hundred workers, one pull in 50 µs or more. */
  static ChunkSize growing() {
    return new ChunkSize(1, TimeUnit.MILLISECONDS.toNanos(5));
  }

  /** Half a millisecond's worth or more: a worker gives its place back between chunks alone. */
  static ChunkSize growingLittle() {
    return new ChunkSize(1, TimeUnit.MICROSECONDS.toNanos(500));
  }

  int get() {
    return size;
  }

  void took(long nanos) {
    if (shortNanos == 0) {
      return;
    }
    if (nanos < shortNanos) {
      size = Math.min(MOST, size * 2);
    } else if (nanos > 4 * shortNanos) {
      size = Math.max(1, size / 2);
    }
  }
}
