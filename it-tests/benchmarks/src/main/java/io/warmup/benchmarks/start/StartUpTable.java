package io.warmup.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Spring Boot application takes until it is ready: without an agent, with this one, and with
 * OpenTelemetry's, whose exporters are off. There is no strategy, so that the warm-up itself is not
 * in it. A turn is a start of each, in random order; what an agent adds is told against the start
 * without one in the same turn, since the machine's own speed changes from turn to turn. Below,
 * what of it this agent itself has measured, in its last start.
 *
 * <p>Arguments: the application's executable jar, this agent's jar, OpenTelemetry's jar, how many
 * turns (11), and how many there are to one that OpenTelemetry's takes part in (1), since it takes
 * longer than the others together. The JVM is the one that runs the table.
 */
public final class StartUpTable {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /**
   * How far a heap has grown when the start is over is chance, and far more than an agent takes.
   */
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  private static final String NONE = "no agent";
  private static final String WARMUP = "warmup";
  private static final String OTHER = "OpenTelemetry, exporters off";

  private StartUpTable() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws Exception {
    Path application = Path.of(arguments[0]);
    int turns = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 11;
    int every = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
    Path folder = Files.createTempDirectory("warmup");
    Path config = folder.resolve("warmup.yaml");
    Path report = folder.resolve("report");
    try {
      Files.writeString(config, "version: 1\nreport: { folder: " + report + " }\n");
      Map<String, List<String>> all = new LinkedHashMap<>();
      all.put(NONE, List.of());
      all.put(WARMUP, List.of("-javaagent:" + arguments[1], "-Dwarmup.config=" + config));
      all.put(
          OTHER,
          List.of(
              "-javaagent:" + arguments[2],
              "-Dotel.traces.exporter=none",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none"));
      Map<String, List<String>> most = new LinkedHashMap<>(all);
      most.remove(OTHER);

      turn(all, application); // reads the jars from the disk
      List<Map<String, Start>> taken = new ArrayList<>();
      for (int i = 1; i <= turns; i++) {
        taken.add(turn(i % every == 0 ? all : most, application));
      }
      print(taken);
      Path latest = report.resolve("latest.json");
      if (Files.exists(latest)) { // it has nothing to tell where no cache was built by then
        printOwn(Files.readString(latest));
      }
    } finally {
      delete(folder);
    }
  }

  private static Map<String, Start> turn(Map<String, List<String>> kinds, Path application)
      throws IOException {
    List<String> order = new ArrayList<>(kinds.keySet());
    Collections.shuffle(order);
    Map<String, Start> turn = new HashMap<>();
    for (String kind : order) {
      List<String> options = new ArrayList<>(HEAP);
      options.addAll(kinds.get(kind));
      turn.put(kind, Start.of(JAVA, options, application));
    }
    return turn;
  }

  private static void print(List<Map<String, Start>> turns) {
    System.out.printf("Java %s, until ready, %d turns%n", Runtime.version(), turns.size());
    row("", "wall ms", "CPU ms", "RSS MB");
    row(
        NONE + ", median",
        bare(turns, Start::wallMillis),
        bare(turns, Start::cpuMillis),
        bare(turns, Start::residentMegabytes));
    for (String kind : List.of(WARMUP, OTHER)) {
      List<Map<String, Start>> with = turns.stream().filter(it -> it.containsKey(kind)).toList();
      if (with.isEmpty()) {
        continue;
      }
      row(
          kind + " adds",
          added(with, kind, Start::wallMillis),
          added(with, kind, Start::cpuMillis),
          added(with, kind, Start::residentMegabytes));
    }
  }

  private static String bare(List<Map<String, Start>> turns, ToDoubleFunction<Start> of) {
    double[] values = turns.stream().mapToDouble(it -> of.applyAsDouble(it.get(NONE))).toArray();
    return String.format("%.0f", Spread.of(values).median());
  }

  private static String added(
      List<Map<String, Start>> turns, String kind, ToDoubleFunction<Start> of) {
    return Spread.of(
            turns.stream()
                .mapToDouble(it -> of.applyAsDouble(it.get(kind)) - of.applyAsDouble(it.get(NONE)))
                .toArray())
        .toString();
  }

  private static void row(String kind, String wall, String cpu, String memory) {
    System.out.printf("%-33s  %-30s  %-30s  %s%n", kind, wall, cpu, memory);
  }

  private static void printOwn(String report) {
    for (String part : List.of("premain", "awakening")) {
      Matcher seconds =
          Pattern.compile("\"" + part + "Seconds\"\\s*:\\s*([0-9.eE+-]+)").matcher(report);
      if (seconds.find()) {
        row(part, String.format("%.1f", 1e3 * Double.parseDouble(seconds.group(1))), "", "");
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
}
