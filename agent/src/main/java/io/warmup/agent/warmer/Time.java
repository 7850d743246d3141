package io.warmup.agent.warmer;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The clocks the warm-up runs by; a test brings its own. Thread-safe. */
interface Time {

  /** The machine's. */
  Time SYSTEM =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Monotonic, from an arbitrary origin. */
  long nanos();

  /** Wall clock. */
  Instant now();

  /** Returns once so much time has passed. */
  void sleep(long nanos) throws InterruptedException;
}
