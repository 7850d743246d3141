package io.warmup.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Spring Boot application takes until it is ready: without an agent, with this one, and with
 * OpenTelemetry's, whose exporters are off. One after the other in turn; medians over all turns.
 * There is no strategy, so that the warm-up itself is not in it. Below, what of it the agent itself
 * has measured, in its last start.
 *
 * <p>Arguments: the application's executable jar, this agent's jar, OpenTelemetry's jar, how many
 * turns (11). The JVM is the one that runs the table.
 */
public final class StartUpTable {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /**
   * How far a heap has grown when the start is over is chance, and far more than an agent takes.
   */
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  private StartUpTable() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws Exception {
    Path application = Path.of(arguments[0]);
    int turns = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 11;
    Path folder = Files.createTempDirectory("warmup");
    Path config = folder.resolve("warmup.yaml");
    Path report = folder.resolve("report");
    try {
      Files.writeString(config, "version: 1\nreport: { folder: " + report + " }\n");
      Map<String, List<String>> kinds = new LinkedHashMap<>();
      kinds.put("no agent", List.of());
      kinds.put("warmup", List.of("-javaagent:" + arguments[1], "-Dwarmup.config=" + config));
      kinds.put(
          "OpenTelemetry, exporters off",
          List.of(
              "-javaagent:" + arguments[2],
              "-Dotel.traces.exporter=none",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none"));
      print(measure(kinds, application, turns), turns);
      printOwn(Files.readString(report.resolve("latest.json")));
    } finally {
      delete(folder);
    }
  }

  private static Map<String, List<Start>> measure(
      Map<String, List<String>> kinds, Path application, int turns) throws Exception {
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    kinds.keySet().forEach(kind -> starts.put(kind, new ArrayList<>()));
    for (int turn = -1; turn < turns; turn++) {
      for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
        List<String> options = new ArrayList<>(HEAP);
        options.addAll(kind.getValue());
        Start start = Start.of(JAVA, options, application);
        if (turn >= 0) {
          starts.get(kind.getKey()).add(start);
        }
      }
    }
    return starts;
  }

  private static void print(Map<String, List<Start>> starts, int turns) {
    List<Start> bare = starts.get("no agent");
    System.out.printf("Java %s, until ready, medians of %d%n", Runtime.version(), turns);
    System.out.printf("%-30s %9s %9s %9s%n", "", "wall ms", "CPU ms", "RSS MB");
    starts.forEach(
        (kind, all) ->
            System.out.printf(
                "%-30s %s %s %s%n",
                kind,
                figure(all, bare, Start::wallMillis),
                figure(all, bare, Start::cpuMillis),
                figure(all, bare, Start::residentMegabytes)));
  }

  private static void printOwn(String report) {
    for (String part : List.of("premain", "awakening")) {
      Matcher seconds =
          Pattern.compile("\"" + part + "Seconds\"\\s*:\\s*([0-9.eE+-]+)").matcher(report);
      if (seconds.find()) {
        System.out.printf("%-30s %9.1f%n", part, 1e3 * Double.parseDouble(seconds.group(1)));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String figure(List<Start> all, List<Start> bare, ToDoubleFunction<Start> of) {
    double median = median(all, of);
    return all == bare
        ? String.format("%9.0f", median)
        : String.format("%+9.0f", median - median(bare, of));
  }

  private static double median(List<Start> all, ToDoubleFunction<Start> of) {
    double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
