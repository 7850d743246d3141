package io.warmup.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Linux wakes a sleeping thread up to 50 µs late to save power: too coarse for a source of 100 µs.
 * Threads inherit the setting from the one that starts them.
 */
final class TimerSlack {

  private TimerSlack() {}

  /** For this thread and those it starts; elsewhere than on Linux nothing happens. */
  static boolean least() {
    try {
      Path thread = Path.of("/proc/thread-self").toRealPath();
      Files.writeString(Path.of("/proc", thread.getFileName().toString(), "timerslack_ns"), "1");
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
