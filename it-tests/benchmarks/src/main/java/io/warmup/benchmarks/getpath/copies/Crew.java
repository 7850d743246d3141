package io.warmup.benchmarks.getpath.copies;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * The threads that get, all at once, and what they take: processor time, so that nobody else
 * counts.
 */
final class Crew implements AutoCloseable {

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<Long[]> traces;
  private final boolean virtual;
  private final ExecutorService threads;

  /**
   * @param traces the keys of each thread
   */
  Crew(List<Long[]> traces, boolean virtual) {
    this.traces = traces;
    this.virtual = virtual;
    this.threads = Executors.newFixedThreadPool(traces.size(), factory(virtual));
  }

  /** By reflection: Java 17 has no virtual ones. */
  private static ThreadFactory factory(boolean virtual) {
    if (!virtual) {
      return Executors.defaultThreadFactory();
    }
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return (ThreadFactory)
          Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no virtual threads", e);
    }
  }

  /** Of how many threads. */
  int size() {
    return traces.size();
  }

  /** Nanoseconds and bytes a get. */
  Slice run(Gets gets, int count) throws InterruptedException, ExecutionException {
    long[] carriers = virtual ? carriers() : new long[0];
    long before = cpu(carriers);
    List<Future<Slice>> slices =
        threads.invokeAll(traces.stream().map(trace -> slice(gets, trace, count)).toList());
    long carried = cpu(carriers) - before;
    double nanos = carried;
    double bytes = 0;
    for (Future<Slice> slice : slices) {
      nanos += virtual ? 0 : slice.get().nanos();
      bytes += slice.get().bytes();
    }
    double all = (double) count * traces.size();
    return new Slice(nanos / all, bytes / all);
  }

  private Callable<Slice> slice(Gets gets, Long[] trace, int count) {
    return () -> {
      long cpu = virtual ? 0 : THREADS.getCurrentThreadCpuTime();
      long allocated = virtual ? 0 : THREADS.getCurrentThreadAllocatedBytes();
      long found = gets.run(trace, count);
      if (found == 42) {
        System.err.println("nobody may know in advance what is found");
      }
      return virtual
          ? new Slice(0, 0)
          : new Slice(
              THREADS.getCurrentThreadCpuTime() - cpu,
              THREADS.getCurrentThreadAllocatedBytes() - allocated);
    };
  }

  /** Virtual threads have no processor time of their own. */
  private static long[] carriers() {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().startsWith("ForkJoinPool-1-"))
        .mapToLong(thread -> thread.getThreadId())
        .toArray();
  }

  private static long cpu(long[] threads) {
    return IntStream.range(0, threads.length)
        .mapToLong(i -> THREADS.getThreadCpuTime(threads[i]))
        .sum();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /**
   * A stretch of gets.
   *
   * @param bytes not known of virtual threads: 0
   */
  record Slice(double nanos, double bytes) {}
}
