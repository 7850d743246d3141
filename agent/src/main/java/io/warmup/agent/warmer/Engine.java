package io.warmup.agent.warmer;

import java.util.concurrent.ThreadFactory;
import java.util.function.DoubleSupplier;

/**
 * What all runs work with.
 *
 * @param time the clocks
 * @param threads makes the threads strategies run on
 * @param random uniform in 0..1, thread-safe
 */
record Engine(Time time, ThreadFactory threads, DoubleSupplier random) {}
