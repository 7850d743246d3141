package io.warmup.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One way of loading keys from a source that takes its time, run several times; the median is told.
 *
 * <p>Efficiency is {@code keys × latency ÷ concurrency ÷ time}, twice: by the latency asked for,
 * which a busy machine cannot keep, and by what the source really took, which leaves what the
 * caller adds.
 */
final class Latencies {

  /** Loads all keys from the source. */
  interface Way {
    void load(UnaryOperator<Integer> source) throws Exception;
  }

  private record Round(long took, double measured, double cores) {}

  private final String name;
  private final int keys;
  private final long latency;
  private final int concurrency;
  private final Way way;
  private final List<Round> rounds = new ArrayList<>();

  Latencies(String name, int keys, long latency, int concurrency, Way way) {
    this.name = name;
    this.keys = keys;
    this.latency = latency;
    this.concurrency = concurrency;
    this.way = way;
  }

  void run() throws Exception {
    System.gc();
    try (Source source = Source.of(latency)) {
      long cpu = cpu();
      long begun = System.nanoTime();
      way.load(source::load);
      long took = System.nanoTime() - begun;
      rounds.add(new Round(took, source.measuredNanos(), (double) (cpu() - cpu) / took));
    }
  }

  @Override
  public String toString() {
    List<Round> sorted = new ArrayList<>(rounds);
    sorted.sort(Comparator.comparingLong(Round::took));
    Round median = sorted.get(sorted.size() / 2);
    return String.format(
        Locale.ROOT,
        "  %-24s %,12.0f  %.3f  %.3f  %,.0f µs  %.2f",
        name,
        keys * 1e9 / median.took,
        efficiency(latency, median.took),
        efficiency(median.measured, median.took),
        median.measured / 1e3,
        median.cores);
  }

  private double efficiency(double each, long took) {
    return keys * each / concurrency / took;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
