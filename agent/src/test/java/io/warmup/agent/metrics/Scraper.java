package io.warmup.agent.metrics;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that reads meters as a monitoring system does, where the machine has it. */
record Scraper(List<String> command) {

  private static final String REFERENCE_PARSER =
      "import sys\n"
          + "from prometheus_client.openmetrics import parser\n"
          + "list(parser.text_string_to_metric_families(sys.stdin.read()))\n";

  /** Prometheus' own checker of its text format; it also knows how meters should be named. */
  static Optional<Scraper> promtool() {
    return onThePath("promtool")
        .findFirst()
        .map(it -> new Scraper(List.of(it.toString(), "check", "metrics")));
  }

  /** The parser that OpenMetrics names as its reference. */
  static Optional<Scraper> openMetrics() {
    return onThePath("python3")
        .map(it -> new Scraper(List.of(it.toString(), "-c", REFERENCE_PARSER)))
        .filter(it -> it.objections("# EOF\n").isEmpty())
        .findFirst();
  }

  /** What it says against a text; empty: it takes it. */
  String objections(String text) {
    try {
      Path meters = Files.createTempFile("meters", ".txt");
      try {
        Files.writeString(meters, text);
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(meters.toFile())
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        int exit = process.waitFor();
        return exit == 0 && said.length == 0
            ? ""
            : "exit code " + exit + "\n" + new String(said, StandardCharsets.UTF_8);
      } finally {
        Files.delete(meters);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Path> onThePath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }
}
