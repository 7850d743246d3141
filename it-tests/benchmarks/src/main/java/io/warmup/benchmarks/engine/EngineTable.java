package io.warmup.benchmarks.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.warmer.StrategyResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whole runs, side by side in one JVM, printed as a table. {@code EngineTable [section…]}: put,
 * bounded, milli, micro, heap, adaptive; all without one. Each takes less than four minutes.
 */
public final class EngineTable {

  /** One way to do the job. */
  private interface Job {
    void run() throws Exception;
  }

  private static final int ROUNDS = 5;
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  private EngineTable() {}

  /**
   * Runs the sections.
   *
   * @param sections which; all if empty
   */
  public static void main(String... sections) throws Exception {
    List<String> wanted =
        sections.length == 0
            ? List.of("put", "bounded", "milli", "micro", "heap", "adaptive")
            : Arrays.asList(sections);
    boolean slack = TimerSlack.least();
    print(
        "Java %s, %d cores, timer slack %s, a lone sleeper is woken %d µs late",
        Runtime.version(), cores(), slack ? "1 ns" : "as is", Lateness.NANOS / MICRO);
    for (String section : wanted) {
      switch (section) {
        case "put" -> put("unbounded", () -> Caffeine.newBuilder());
        case "bounded" -> put("maximumSize", () -> Caffeine.newBuilder().maximumSize(10_000_000));
        case "milli" -> latency(MILLI, 100, 1_000_000, 3);
        case "micro" -> {
          latency(100 * MICRO, 4, 100_000, 3);
          latency(100 * MICRO, 100, 1_000_000, 3);
        }
        case "heap" -> heap();
        case "adaptive" -> adaptive();
        default -> throw new IllegalArgumentException("no section " + section);
      }
    }
  }

  /** A source that answers at once: what is left is the engine's own cost, and the cache's. */
  private static void put(String kind, Supplier<Caffeine<Object, Object>> caches) throws Exception {
    int keys = 2_000_000;
    UnaryOperator<Integer> source = Source::atOnce;
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put("bare loop of cache.put", () -> Peers.bareLoop(keys, caches.get().build()));
    jobs.put("warm-up", () -> warm(keys, cores(), source, caches.get().build()));
    jobs.put("warm-up, into nothing", () -> warm(keys, source, new Sink(null)));
    jobs.put("Caffeine getAll", () -> Peers.getAll(keys, source, caches));
    jobs.put("Ehcache JCache loadAll", () -> Peers.loadAll(keys, source));
    jobs.put(
        "parallelStream + put", () -> Peers.parallelStream(keys, source, caches.get().build()));
    jobs.put(
        "executor, a task a key",
        () -> Peers.executor(keys, cores(), source, caches.get().build()));
    Map<String, List<Long>> nanos = new LinkedHashMap<>();
    for (int round = -2; round < ROUNDS; round++) {
      for (Map.Entry<String, Job> job : jobs.entrySet()) {
        System.gc();
        long took = time(job.getValue());
        if (round >= 0) {
          nanos.computeIfAbsent(job.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
    }
    print("%nno latency, %,d keys, Caffeine %s, median of %d: keys/s", keys, kind, ROUNDS);
    double bare = keys * 1e9 / median(nanos.get("bare loop of cache.put"));
    nanos.forEach(
        (name, took) -> {
          double rate = keys * 1e9 / median(took);
          print("  %-26s %,12.0f  %3.0f %% of bare", name, rate, 100 * rate / bare);
        });
  }

  /** A source that takes its time: what counts is how well the places are filled. */
  private static void latency(long latency, int concurrency, int keys, int rounds)
      throws Exception {
    print(
        "%nsource of %,d µs, %d in flight, %,d keys, median of %d: keys/s, efficiency as asked,"
            + " as measured, latency measured, cores used",
        latency / MICRO, concurrency, keys, rounds);
    List<Latencies> ways = new ArrayList<>();
    ways.add(
        new Latencies(
            "warm-up",
            keys,
            latency,
            concurrency,
            source -> warm(keys, concurrency, source, cache())));
    ways.add(
        new Latencies(
            "bare threads, no cache",
            keys,
            latency,
            concurrency,
            source -> Peers.bareThreads(keys, concurrency, source, loaded -> {})));
    ways.add(
        new Latencies(
            "bare threads + put",
            keys,
            latency,
            concurrency,
            source -> {
              Cache<Object, Object> cache = cache();
              Peers.bareThreads(keys, concurrency, source, loaded -> cache.put(loaded, loaded));
            }));
    ways.add(
        new Latencies(
            "executor, a task a key",
            keys,
            latency,
            concurrency,
            source -> Peers.executor(keys, concurrency, source, cache())));
    // These have a concurrency of their own, so fewer keys will do.
    int few = (int) (TimeUnit.SECONDS.toNanos(2) / latency);
    ways.add(
        new Latencies(
            "parallelStream + put",
            few,
            latency,
            concurrency,
            source -> Peers.parallelStream(few, source, cache())));
    ways.add(
        new Latencies(
            "Caffeine getAll",
            few,
            latency,
            concurrency,
            source -> Peers.getAll(few, source, Caffeine::newBuilder)));
    ways.add(
        new Latencies(
            "Ehcache JCache loadAll",
            few,
            latency,
            concurrency,
            source -> Peers.loadAll(few, source)));
    try (Source source = Source.of(latency)) {
      warm(keys / 20, concurrency, source::load, cache());
    }
    for (int round = 0; round < rounds; round++) {
      for (Latencies way : ways) {
        way.run();
      }
    }
    ways.forEach(way -> print("%s", way));
  }

  /** The cache keeps nothing here, so what is alive is the engine's. */
  private static void heap() {
    print("%nheap above the cache's own, most of ten samples in the run");
    warmUncached(100_000, new Heap());
    for (int keys : new int[] {1_000_000, 10_000_000}) {
      Heap heap = new Heap();
      warmUncached(keys, heap);
      print("  %,12d keys %6.2f MB", keys, heap.megabytesAbove());
    }
  }

  private static void warmUncached(int keys, Heap heap) {
    int every = keys / 10;
    new Warmup(
            keys,
            new Concurrency.Fixed(100),
            key -> {
              if (key % every == every - 1) {
                heap.sample();
              }
              return key;
            },
            new Sink(null))
        .run();
  }

  private static void adaptive() {
    int knee = 16;
    long latency = 2 * MILLI;
    Map<String, Concurrency> levels = new LinkedHashMap<>();
    for (int fixed : new int[] {1, 8, knee, 64}) {
      levels.put("fixed " + fixed, new Concurrency.Fixed(fixed));
    }
    levels.put("adaptive", new Concurrency.Adaptive());
    print(
        "%nsource of 2 ms up to %d in flight, queueing beyond, median of 3: keys/s, p50, p99",
        knee);
    Map<String, List<StrategyResult>> results = new LinkedHashMap<>();
    for (int round = 0; round < 3; round++) {
      levels.forEach(
          (name, level) -> {
            int keys = level.equals(new Concurrency.Fixed(1)) ? 2_000 : 40_000;
            try (Source source = new Source(latency, knee)) {
              results
                  .computeIfAbsent(name, made -> new ArrayList<>())
                  .add(new Warmup(keys, level, source::load, new Sink(cache())).run());
            }
          });
    }
    results.forEach(
        (name, runs) ->
            print(
                "  %-12s %,8.0f  %.2f ms  %.2f ms",
                name,
                median(runs.stream().map(run -> (long) run.stats().keysPerSecond()).toList()) * 1.0,
                median(runs.stream().map(run -> run.load().p50().toNanos()).toList()) / 1e6,
                median(runs.stream().map(run -> run.load().p99().toNanos()).toList()) / 1e6));
  }

  private static void warm(
      int keys, int concurrency, UnaryOperator<Integer> source, Cache<Object, Object> cache) {
    new Warmup(keys, new Concurrency.Fixed(concurrency), source, new Sink(cache)).run();
  }

  private static void warm(int keys, UnaryOperator<Integer> source, Sink sink) {
    new Warmup(keys, new Concurrency.Fixed(cores()), source, sink).run();
  }

  private static Cache<Object, Object> cache() {
    return Caffeine.newBuilder().build();
  }

  private static long time(Job job) throws Exception {
    long begun = System.nanoTime();
    job.run();
    return System.nanoTime() - begun;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().collect(Collectors.toList()).get(values.size() / 2);
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
