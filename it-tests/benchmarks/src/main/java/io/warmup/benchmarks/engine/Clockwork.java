package io.warmup.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes callers when their answers are due: one thread with one timer, as the socket of a real
 * source has one thread to watch it. A timer for each caller would cost 20 µs of processor time a
 * load, which on two cores leaves nothing for whoever is being measured.
 *
 * <p>A wheel of slots, one for each tick; whoever waits puts itself into the slot of its due time.
 */
final class Clockwork implements AutoCloseable {

  private static final long TICK = TimeUnit.MICROSECONDS.toNanos(50);
  private static final int SLOTS = 1 << 12;

  private final List<Queue<Thread>> wheel = new ArrayList<>(SLOTS);
  private final long origin = System.nanoTime();
  private final Thread thread = new Thread(this::run, "clockwork");

  /** All slots up to this one are due. */
  private volatile long position;

  Clockwork() {
    for (int slot = 0; slot < SLOTS; slot++) {
      wheel.add(new ConcurrentLinkedQueue<>());
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns at that instant, up to a tick and the machine's lateness after it. */
  void awaitUntil(long due) {
    long slot = (due - origin) / TICK + 1;
    if (slot <= position) {
      return;
    }
    wheel.get((int) slot & (SLOTS - 1)).add(Thread.currentThread());
    while (slot > position) {
      LockSupport.park(this);
    }
  }

  private void run() {
    while (!Thread.interrupted()) {
      long now = (System.nanoTime() - origin) / TICK;
      for (long slot = position + 1; slot <= now; slot++) {
        // First the position: whoever comes after that does not wait.
        position = slot;
        Queue<Thread> due = wheel.get((int) slot & (SLOTS - 1));
        for (Thread caller = due.poll(); caller != null; caller = due.poll()) {
          LockSupport.unpark(caller);
        }
      }
      LockSupport.parkNanos(TICK);
    }
  }

  /** No caller may wait any more. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
