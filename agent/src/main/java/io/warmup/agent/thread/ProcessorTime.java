package io.warmup.agent.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What some threads take of the processor, from their first step to their last. Thread-safe. */
final class ProcessorTime {

  // Guarded by this.
  private final Set<Thread> running = new HashSet<>();
  private long endedNanos;

  /** The same work; the thread that does it is one of ours for as long as it does. */
  Runnable of(Runnable work) {
    return new Timed(work);
  }

  /**
   * So far, user and system. Null where the JVM does not know. Asked for the first time it loads
   * the JVM's management, some 20 ms: too much for a start, little for a report.
   */
  synchronized @Nullable Duration taken() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
      return null;
    }
    long nanos = endedNanos;
    for (Thread thread : running) {
      nanos += Math.max(0, threads.getThreadCpuTime(thread.getId()));
    }
    return Duration.ofNanos(nanos);
  }

  private synchronized void begins(Thread thread) {
    running.add(thread);
  }

  private void ends(Thread thread) {
    long taken = OwnClock.nanos();
    synchronized (this) {
      running.remove(thread);
      endedNanos += taken;
    }
  }

  /** No lambda: threads are made before the first one may be. */
  private final class Timed implements Runnable {
    private final Runnable work;

    Timed(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      begins(Thread.currentThread());
      try {
        work.run();
      } finally {
        ends(Thread.currentThread());
      }
    }
  }
}
