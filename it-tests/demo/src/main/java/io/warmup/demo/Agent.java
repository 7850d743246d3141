package io.warmup.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The agent as it is put on the shop, and what it leaves behind.
 *
 * @param seconds of traffic that it is to watch
 * @param reports the folder of its reports
 */
record Agent(Build build, int seconds, Path reports) {

  private static final String VOICE = "[warmup] ";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * The window opens with the port, a little before the first visitor, and is to outlast the last.
   */
  private static final int MARGIN_SECONDS = 4;

  List<String> jvmOptions() {
    return List.of(
        "-javaagent:" + build.agent(),
        "-Dwarmup.config=" + build.config(),
        "-Dwarmup.observe.window=" + (seconds + MARGIN_SECONDS) + "s",
        "-Dwarmup.report.folder=" + reports);
  }

  /** So that no report of an earlier demo is taken for this one's. */
  void forgetLatestReport() throws IOException {
    for (Path latest : latest()) {
      Files.deleteIfExists(latest);
    }
  }

  /** The report on this run, once the agent's window has closed; empty if none comes. */
  Optional<Path> awaitReport() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (latest().stream().noneMatch(Files::exists) && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    return latest().stream().filter(Files::exists).findFirst();
  }

  /** The agent's own lines in what the shop printed. */
  static List<String> linesIn(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(VOICE))
          .map(line -> line.substring(line.indexOf(VOICE) + VOICE.length()))
          .toList();
    }
  }

  private List<Path> latest() {
    return List.of(reports.resolve("latest.html"), reports.resolve("latest.json"));
  }
}
