package io.warmup.benchmarks.engine;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How late this machine wakes the one thread that sleeps on it: 1 µs on some, 100 on others. */
final class Lateness {

  private static final int SLEEPS = 1_000;

  /** Median, measured once, while nothing else is going on. */
  static final long NANOS = measure();

  private Lateness() {}

  private static long measure() {
    long asked = TimeUnit.MILLISECONDS.toNanos(1);
    long[] late = new long[SLEEPS];
    for (int i = 0; i < SLEEPS; i++) {
      long wake = System.nanoTime() + asked;
      for (long left = asked; left > 0; left = wake - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      late[i] = System.nanoTime() - wake;
    }
    Arrays.sort(late);
    return late[SLEEPS / 2];
  }
}
