package io.warmup.agent.thread;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The calling platform thread's own processor time. Linux keeps it in a file, which is read in a
 * tenth of a millisecond; the JVM's management, asked elsewhere, takes 20 ms of an application's
 * start to load.
 */
final class OwnClock {

  /** {@code sched-stats.rst} of the kernel: time on the processor, in nanoseconds, comes first. */
  private static final Path SCHEDSTAT = Path.of("/proc/thread-self/schedstat");

  private OwnClock() {}

  /** Since the thread began, user and system; 0 where nobody knows. */
  static long nanos() {
    long onProcessor = schedstat();
    return onProcessor > 0 ? onProcessor : managed();
  }

  private static long schedstat() {
    try {
      String text = Files.readString(SCHEDSTAT);
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (IOException | RuntimeException e) {
      return 0; // another system, or a kernel without the figure
    }
  }

  private static long managed() {
    try {
      return Math.max(0, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    } catch (UnsupportedOperationException e) {
      return 0;
    }
  }
}
