package io.warmup.agent.warmer;

import java.util.concurrent.ThreadFactory;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What all runs work with.
 *
 * @param time the clocks
 * @param threads makes the threads strategies run on
 * @param random uniform in 0..1, thread-safe
 * @param heap opens the view of the JVM's heap, once there is a limit to it
 */
record Engine(Time time, ThreadFactory threads, DoubleSupplier random, Supplier<HeapUse> heap) {

  /** Of this JVM's heap. */
  Engine(Time time, ThreadFactory threads, DoubleSupplier random) {
    this(time, threads, random, HeapUse.OfThisJvm::new);
  }
}
