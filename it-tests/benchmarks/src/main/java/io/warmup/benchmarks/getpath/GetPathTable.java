package io.warmup.benchmarks.getpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
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
 * <p>What each fork measured is kept in a file, so that the table may grow over several runs: each
 * begins with the cells that have the fewest forks.
 *
 * <p>Arguments, each {@code name=value}: {@code agent} (the agent jar), {@code results} (that
 * file), {@code rounds}, {@code budget} (seconds after which no fork begins; 0 only prints), {@code
 * methods}, {@code ways}, {@code entries}, {@code hits}, {@code threads} (lists with commas),
 * {@code jvm} (a java executable), {@code virtual=true}.
 */
public final class GetPathTable {

  private static final List<String> WAYS =
      List.of("baseline", "recordStats", "micrometer", "idle", "recorded");

  private final Settings settings;
  private final Measurements measured;
  private final Random random = new Random(System.nanoTime());
  private final long begun = System.nanoTime();

  private GetPathTable(Settings settings) {
    this.settings = settings;
    this.measured = Measurements.in(Path.of(settings.get("results", "target/getpath.csv")));
  }

  /** Takes about rounds × ways × cells × 5 seconds, or as long as the budget says. */
  public static void main(String[] arguments) throws RunnerException {
    new GetPathTable(Settings.of(arguments)).run();
  }

  private void run() throws RunnerException {
    Path agent = Path.of(settings.get("agent", "agent/target/warmup-agent.jar"));
    if (!Files.exists(agent)) {
      throw new IllegalArgumentException(agent + " is not there: build it, or say agent=…");
    }
    int rounds = Integer.parseInt(settings.get("rounds", "7"));
    for (int round = 0; round < rounds; round++) {
      for (Cell cell : settings.cells()) {
        List<String> shuffled = new ArrayList<>(settings.list("ways", String.join(",", WAYS)));
        Collections.shuffle(shuffled, random);
        for (String way : shuffled) {
          if (measured.count(cell, way) <= round && !isOver()) {
            measure(agent, cell, way);
          }
        }
      }
    }
    measured.print(settings.cells());
  }

  private boolean isOver() {
    long seconds = Long.parseLong(settings.get("budget", "86400"));
    return System.nanoTime() - begun >= seconds * 1_000_000_000L;
  }

  private void measure(Path agent, Cell cell, String way) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("getpath\\.GetPath\\." + cell.method() + "$")
            .param("way", way)
            .param("entries", cell.entries())
            .param("hits", cell.hits())
            .threads(Integer.parseInt(cell.threads()))
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(800))
            .measurementIterations(4)
            .measurementTime(TimeValue.milliseconds(400))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .jvmArgs(jvmArguments(agent, way).toArray(String[]::new));
    if (settings.has("jvm")) {
      options.jvm(settings.get("jvm", ""));
    }
    RunResult result = new Runner(options.build()).runSingle();
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    measured.add(
        cell,
        way,
        result.getPrimaryResult().getScore(),
        allocated == null ? Double.NaN : allocated.getScore());
  }

  /** The benchmark opens the window itself, on its one cache. */
  private List<String> jvmArguments(Path agent, String way) {
    List<String> arguments = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"));
    if (settings.has("virtual")) {
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
}
