package io.warmup.benchmarks.getpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link GetPath} way beside way, in rounds, each way in a fork of its own and in another
 * order each round: identical code differs by some per cent from fork to fork, so that only medians
 * over many compare. Prints each way's ratio to the cache's own statistics and to the plain cache.
 *
 * <p>Arguments, each {@code name=value}: {@code agent} (the agent jar), {@code rounds}, {@code
 * seconds} measured in a fork, {@code entries}, {@code hits}, {@code threads} (lists with commas),
 * {@code jvm} (a java executable), {@code virtual=true}.
 */
public final class GetPathTable {

  private static final List<String> WAYS =
      List.of("baseline", "recordStats", "micrometer", "idle", "recorded");

  private final Map<String, String> settings;
  private final Random random = new Random(1);

  private GetPathTable(Map<String, String> settings) {
    this.settings = settings;
  }

  /** Takes rounds × ways × cells × (2 + seconds) seconds. */
  public static void main(String[] arguments) throws RunnerException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      settings.put(pair[0], pair.length == 1 ? "true" : pair[1]);
    }
    new GetPathTable(settings).run();
  }

  private void run() throws RunnerException {
    Path agent = Path.of(settings.getOrDefault("agent", "agent/target/warmup-agent.jar"));
    if (!Files.exists(agent)) {
      throw new IllegalArgumentException(agent + " is not there: build it, or say agent=…");
    }
    System.out.printf(
        "%-14s %7s %4s %2s  %9s  %11s %11s %11s %23s %9s%n",
        "method",
        "entries",
        "hits",
        "thr",
        "base ns",
        "recordStats",
        "micrometer",
        "idle/base",
        "recorded/recordStats",
        "rec/base");
    for (String method : list("methods", "getIfPresent,get")) {
      for (String entries : list("entries", "256,100000")) {
        for (String hits : list("hits", "100,80")) {
          for (String threads : list("threads", "1,2")) {
            cell(agent, method, entries, hits, threads);
          }
        }
      }
    }
  }

  private void cell(Path agent, String method, String entries, String hits, String threads)
      throws RunnerException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    int rounds = Integer.parseInt(settings.getOrDefault("rounds", "7"));
    for (int round = 0; round < rounds; round++) {
      List<String> shuffled = new ArrayList<>(list("ways", String.join(",", WAYS)));
      Collections.shuffle(shuffled, random);
      for (String way : shuffled) {
        double nanos = measure(agent, way, method, entries, hits, Integer.parseInt(threads));
        times.computeIfAbsent(way, none -> new ArrayList<>()).add(nanos);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %7s %3s%% %3s  %9.2f  %11s %11s %11s %23s %9s%n",
        method,
        entries,
        hits,
        threads,
        times.containsKey("baseline") ? median(times.get("baseline")) : Double.NaN,
        ratio(times, "recordStats", "baseline", false),
        ratio(times, "micrometer", "baseline", false),
        ratio(times, "idle", "baseline", false),
        ratio(times, "recorded", "recordStats", true),
        ratio(times, "recorded", "baseline", false));
  }

  private double measure(
      Path agent, String way, String method, String entries, String hits, int threads)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("getpath\\.GetPath\\." + method + "$")
            .param("way", way)
            .param("entries", entries)
            .param("hits", hits)
            .threads(threads)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(Integer.parseInt(settings.getOrDefault("seconds", "3")) * 2)
            .measurementTime(TimeValue.milliseconds(500))
            .verbosity(VerboseMode.SILENT)
            .jvmArgs(jvmArguments(agent, way).toArray(String[]::new));
    if (settings.containsKey("jvm")) {
      options.jvm(settings.get("jvm"));
    }
    RunResult result = new Runner(options.build()).runSingle();
    return result.getPrimaryResult().getScore();
  }

  /** The benchmark opens the window itself, on its one cache. */
  private List<String> jvmArguments(Path agent, String way) {
    List<String> arguments = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"));
    if (settings.containsKey("virtual")) {
      arguments.add("-Djmh.executor=VIRTUAL_TPE");
    }
    if (way.equals("recorded") || way.equals("idle")) {
      arguments.add("-javaagent:" + agent.toAbsolutePath());
      arguments.add("-Dwarmup.config=" + emptyFile());
      arguments.add("-Dwarmup.mode=observe");
      arguments.add("-Dwarmup.observe.window=0s");
    }
    return arguments;
  }

  private static Path emptyFile() {
    try {
      Path file = Files.createTempFile("warmup", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, "version: 1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> list(String name, String usual) {
    return Arrays.asList(settings.getOrDefault(name, usual).split(","));
  }

  private String ratio(
      Map<String, List<Double>> times, String way, String to, boolean withInterval) {
    if (!times.containsKey(way) || !times.containsKey(to)) {
      return "-";
    }
    double ratio = median(times.get(way)) / median(times.get(to));
    if (!withInterval) {
      return String.format(Locale.ROOT, "%.2f", ratio);
    }
    double[] interval = bootstrap(times.get(way), times.get(to));
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", ratio, interval[0], interval[1]);
  }

  /** The middle 95 % of the ratio of medians over resampled forks. */
  private double[] bootstrap(List<Double> way, List<Double> to) {
    double[] ratios = new double[2_000];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = median(resampled(way)) / median(resampled(to));
    }
    Arrays.sort(ratios);
    return new double[] {ratios[ratios.length / 40], ratios[ratios.length - ratios.length / 40]};
  }

  private List<Double> resampled(List<Double> values) {
    List<Double> drawn = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      drawn.add(values.get(random.nextInt(values.size())));
    }
    return drawn;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
