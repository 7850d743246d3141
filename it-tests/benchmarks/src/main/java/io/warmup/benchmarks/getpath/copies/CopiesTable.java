package io.warmup.benchmarks.getpath.copies;

import io.warmup.benchmarks.getpath.Cell;
import io.warmup.benchmarks.getpath.Measurements;
import io.warmup.benchmarks.getpath.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * What a get costs, each way beside the others in one JVM ({@link Copies}), cell by cell, in a new
 * JVM each round. Copies of the same code differ by some per cent, so that medians over copies
 * compare. The ways of the agent have its calls in Caffeine; the others have Caffeine as it is.
 *
 * <p>Arguments, each {@code name=value}: {@code results} (a file that is read and continued),
 * {@code rounds} (0 only prints), {@code methods}, {@code entries}, {@code hits}, {@code threads},
 * {@code ways} (lists with commas), {@code jvm} (a java executable), {@code virtual=true}.
 */
public final class CopiesTable {

  private static final String WAYS = "baseline,recordStats,micrometer,idle,recorded";

  private final Settings settings;
  private final Measurements measured;

  private CopiesTable(Settings settings) {
    this.settings = settings;
    this.measured = Measurements.in(Path.of(settings.get("results", "target/copies.csv")));
  }

  /** Takes some ten seconds a cell and round. */
  public static void main(String[] arguments) throws IOException {
    new CopiesTable(Settings.of(arguments)).run();
  }

  private void run() throws IOException {
    Path agent = agent();
    try {
      for (int round = 0; round < Integer.parseInt(settings.get("rounds", "5")); round++) {
        for (Cell cell : settings.cells()) {
          measure(agent, cell);
        }
      }
    } finally {
      Files.delete(agent);
    }
    measured.print(settings.cells());
  }

  private void measure(Path agent, Cell cell) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(
        settings.get("jvm", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-javaagent:" + agent));
    if (cell.kind().equals("virtual")) {
      command.add("-Djdk.virtualThreadScheduler.parallelism=" + cell.threads());
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Copies.class.getName()));
    command.addAll(
        List.of(cell.kind(), cell.method(), cell.entries(), cell.hits(), cell.threads()));
    command.addAll(settings.list("ways", WAYS));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split(","))
          .filter(parts -> parts[0].equals("measured"))
          .forEach(
              parts ->
                  measured.add(
                      cell, parts[1], Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
    }
  }

  /** A jar that names {@link CopiesAgent}, whose class is on the class path. */
  private static Path agent() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", CopiesAgent.class.getName());
    Path jar = Files.createTempFile("copies", ".jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
