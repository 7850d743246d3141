package io.warmup.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop in a JVM of its own, which ends with this one, however this one ends. */
final class ShopProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern OPEN = Pattern.compile("Tomcat started on port (\\d+)");

  private final Process process;
  private final Path log;
  private final long started;
  private final CompletableFuture<URI> open = new CompletableFuture<>();
  private final Thread killer;
  private final Thread reader;

  private ShopProcess(Process process, Path log, long started) {
    this.process = process;
    this.log = log;
    this.started = started;
    killer = new Thread(process::destroyForcibly, "demo-shop-killer");
    Runtime.getRuntime().addShutdownHook(killer);
    reader = new Thread(this::read, "demo-shop-log");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts it on a free port.
   *
   * @param jvmOptions for example the agent
   * @param log what it prints goes there
   */
  static ShopProcess start(Path jar, List<String> jvmOptions, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", jar.toString(), "--server.port=0"));
    Files.createDirectories(log.getParent());
    long started = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new ShopProcess(process, log, started);
  }

  /** Where it listens, as soon as it does. */
  URI awaitOpen() throws DemoException, InterruptedException {
    try {
      return open.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new DemoException("the shop ended before it opened its port. " + lastWords());
    } catch (TimeoutException e) {
      throw new DemoException(
          "the shop has not opened its port in "
              + PATIENCE.toMinutes()
              + " minutes. "
              + lastWords());
    }
  }

  /** Since the command to start the JVM was given. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Stops it; its log is complete then. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // This JVM is on its way out: the hook runs, and finds nothing left to do.
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader();
        Writer copy = Files.newBufferedWriter(log)) {
      for (String line; (line = lines.readLine()) != null; ) {
        copy.append(line).append('\n').flush();
        Matcher opened = OPEN.matcher(line);
        if (opened.find()) {
          open.complete(URI.create("http://localhost:" + opened.group(1)));
        }
      }
    } catch (IOException e) {
      open.completeExceptionally(new UncheckedIOException(e));
    } finally {
      open.completeExceptionally(new IllegalStateException("no more output"));
    }
  }

  /** The end of its output, for a message that says what went wrong. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      List<String> last = lines.subList(Math.max(0, lines.size() - 12), lines.size());
      return "Its last words, from " + log + ":\n  " + String.join("\n  ", last);
    } catch (IOException e) {
      return "What it said, in " + log + ", can't be read: " + e.getMessage();
    }
  }
}
