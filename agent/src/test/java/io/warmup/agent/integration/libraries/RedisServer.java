package io.warmup.agent.integration.libraries;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Redis on loopback, started from what the build has unpacked. */
public final class RedisServer implements AutoCloseable {

  private final URI uri;
  private Process process;

  private RedisServer(URI uri) {
    this.uri = uri;
  }

  /** The one that {@code REDIS_URL} names, else one of the test's own. */
  public static RedisServer available() throws IOException {
    String named = System.getenv("REDIS_URL");
    return named == null ? startOwn() : new RedisServer(URI.create(named));
  }

  /** One of the test's own, on a free port: it may be killed and stalled. */
  public static RedisServer startOwn() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    RedisServer server = new RedisServer(URI.create("redis://127.0.0.1:" + port));
    server.start();
    return server;
  }

  /** Where it listens. */
  public URI uri() {
    return uri;
  }

  /** Started again after {@link #kill}, empty. */
  public void start() throws IOException {
    process =
        new ProcessBuilder(
                binary().toString(),
                "--port",
                Integer.toString(uri.getPort()),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitPort();
  }

  /** Gone at once, connections cut. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Connections stay open, nothing is answered. */
  public void stall() throws IOException {
    signal("STOP");
  }

  /** Goes on after {@link #stall}. */
  public void goOn() throws IOException {
    signal("CONT");
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }

  private void signal(String name) throws IOException {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitPort() throws IOException {
    while (process.isAlive()) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), uri.getPort()).close();
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new IOException("redis-server ended with " + process.exitValue());
  }

  private static Path binary() throws IOException {
    String os = System.getProperty("os.name").toLowerCase().contains("mac") ? "darwin" : "linux";
    boolean arm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
    String suffix = os + (arm ? "-arm64" : "-amd64");
    try (Stream<Path> all = Files.list(Path.of("target", "redis"))) {
      Path found =
          all.filter(file -> file.getFileName().toString().endsWith(suffix))
              .findFirst()
              .orElseThrow(() -> new IOException("no Redis for " + suffix + " in target/redis"));
      if (!Files.isExecutable(found) && !found.toFile().setExecutable(true)) {
        throw new IOException(found + " cannot be made executable");
      }
      return found;
    }
  }
}
