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
import java.util.stream.Collectors;

/**
 * Whole runs, side by side in one JVM, printed as a table. {@code EngineTable [section…]}: put,
 * latency, heap, adaptive; all without one.
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
            ? List.of("put", "latency", "heap", "adaptive")
            : Arrays.asList(sections);
    boolean slack = TimerSlack.least();
    print(
        "Java %s, %d cores, timer slack %s", Runtime.version(), cores(), slack ? "1 ns" : "as is");
    for (String section : wanted) {
      switch (section) {
        case "put" -> {
          put("unbounded", () -> Caffeine.newBuilder());
          put("maximumSize", () -> Caffeine.newBuilder().maximumSize(10_000_000));
        }
        case "latency" -> {
          latency(MILLI, 100, 1_000_000);
          latency(100 * MICRO, 10, 500_000);
          latency(100 * MICRO, 100, 1_000_000);
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
    Source source = Source.of(0);
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

  private static void latency(long latency, int concurrency, int keys) throws Exception {
    print(
        "%nsource of %,d µs, %d in flight, %,d keys: keys/s, efficiency as asked, as measured, measured latency",
        latency / MICRO, concurrency, keys);
    warm(keys / 20, concurrency, Source.of(latency), cache());
    Source ours = Source.of(latency);
    efficiency(
        "warm-up", keys, latency, concurrency, ours, () -> warm(keys, concurrency, ours, cache()));
    Source bare = Source.of(latency);
    efficiency(
        "bare threads, no cache",
        keys,
        latency,
        concurrency,
        bare,
        () -> Peers.bareThreads(keys, concurrency, bare));
    Source tasks = Source.of(latency);
    efficiency(
        "executor, a task a key",
        keys,
        latency,
        concurrency,
        tasks,
        () -> Peers.executor(keys, concurrency, tasks, cache()));
    // These have a concurrency of their own, so fewer keys will do.
    int few = (int) (TimeUnit.SECONDS.toNanos(3) / latency);
    Source stream = Source.of(latency);
    efficiency(
        "parallelStream + put",
        few,
        latency,
        concurrency,
        stream,
        () -> Peers.parallelStream(few, stream, cache()));
    Source getAll = Source.of(latency);
    efficiency(
        "Caffeine getAll",
        few,
        latency,
        concurrency,
        getAll,
        () -> Peers.getAll(few, getAll, Caffeine::newBuilder));
    Source loadAll = Source.of(latency);
    efficiency(
        "Ehcache JCache loadAll",
        few,
        latency,
        concurrency,
        loadAll,
        () -> Peers.loadAll(few, loadAll));
  }

  /**
   * Twice: by the latency asked for, which a busy machine cannot keep, and by what the source
   * really took, which leaves what the caller adds.
   */
  private static void efficiency(
      String name, int keys, long latency, int concurrency, Source source, Job job)
      throws Exception {
    System.gc();
    long took = time(job);
    print(
        "  %-26s %,12.0f  %.3f  %.3f  %,.0f µs",
        name,
        keys * 1e9 / took,
        (double) keys * latency / concurrency / took,
        keys * source.measuredNanos() / concurrency / took,
        source.measuredNanos() / MICRO);
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
    for (int fixed : new int[] {1, 8, 16, 64}) {
      levels.put("fixed " + fixed, new Concurrency.Fixed(fixed));
    }
    levels.put("adaptive", new Concurrency.Adaptive());
    print("%nsource of 2 ms up to %d in flight, queueing beyond: keys/s, p50, p99", knee);
    levels.forEach(
        (name, level) -> {
          Source source = new Source(latency, knee);
          int keys = level.equals(new Concurrency.Fixed(1)) ? 2_000 : 40_000;
          StrategyResult result = new Warmup(keys, level, source::load, new Sink(cache())).run();
          print(
              "  %-12s %,8.0f  %.2f ms  %.2f ms",
              name,
              result.stats().keysPerSecond(),
              result.load().p50().toNanos() / 1e6,
              result.load().p99().toNanos() / 1e6);
        });
  }

  private static void warm(int keys, int concurrency, Source source, Cache<Object, Object> cache) {
    new Warmup(keys, new Concurrency.Fixed(concurrency), source::load, new Sink(cache)).run();
  }

  private static void warm(int keys, Source source, Sink sink) {
    new Warmup(keys, new Concurrency.Fixed(cores()), source::load, sink).run();
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
