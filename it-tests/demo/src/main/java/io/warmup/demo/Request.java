package io.warmup.demo;

/**
 * One request of a trace.
 *
 * @param dueNanos when a visitor makes it, in nanoseconds since the traffic began
 * @param path what is asked for
 */
record Request(long dueNanos, String path) {}
