package io.warmup.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One start of an application, up to the line in which it says that it is ready.
 *
 * @param wallMillis since the process was started
 * @param cpuMillis of all its threads, user and system
 * @param residentMegabytes its memory, as the operating system counts it
 */
record Start(double wallMillis, double cpuMillis, double residentMegabytes) {

  private static final String READY = "Started ";

  /**
   * Starts it, waits until it is ready, looks, and ends it.
   *
   * @param java the JVM's command
   * @param options before {@code -jar}
   */
  static Start of(Path java, List<String> options, Path jar) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "--server.port=0"));
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder said = new StringBuilder();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains(READY)) {
          return look(process, begun);
        }
        said.append(line).append('\n');
      }
      throw new IllegalStateException(command + " ended before it was ready:\n" + said);
    } finally {
      end(process);
    }
  }

  private static Start look(Process process, long begun) throws IOException {
    double wall = (System.nanoTime() - begun) / 1e6;
    Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new Start(wall, cpu.toNanos() / 1e6, resident(process.pid()));
  }

  /** From Linux's {@code VmRSS} (proc(5)); not a number elsewhere. */
  private static double resident(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    }
  }

  /** As it is asked to, so that the agent writes its report. */
  private static void end(Process process) {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
