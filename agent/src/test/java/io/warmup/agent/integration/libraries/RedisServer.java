package io.warmup.agent.integration.libraries;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Redis on loopback, started from what the build has unpacked. */
public final class RedisServer implements AutoCloseable {

  private final URI uri;
  private final List<String> options;
  private Process process;

  private RedisServer(URI uri, String... options) {
    this.uri = uri;
    this.options = List.of(options);
  }

  /** The one that {@code REDIS_URL} names, else one of the test's own. */
  public static RedisServer available() throws IOException {
    String named = System.getenv("REDIS_URL");
    return named == null ? startOwn() : new RedisServer(URI.create(named));
  }

  /** One of the test's own, on a free port: it may be killed and stalled. */
  public static RedisServer startOwn() throws IOException {
    RedisServer server = new RedisServer(onFreePort());
    server.start();
    return server;
  }

  /** One of the test's own that is a cluster, all slots in one node. */
  public static RedisServer startCluster() throws IOException {
    Path nodes = Files.createTempFile("nodes", ".conf");
    Files.delete(nodes);
    RedisServer server =
        new RedisServer(
            onFreePort(),
            "--cluster-enabled",
            "yes",
            "--cluster-config-file",
            nodes.toString(),
            "--cluster-port",
            Integer.toString(onFreePort().getPort()));
    server.start();
    server.ask("CLUSTER ADDSLOTSRANGE 0 16383");
    while (!server.ask("CLUSTER INFO").contains("cluster_state:ok")) {
      Thread.onSpinWait();
    }
    return server;
  }

  private static URI onFreePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("redis://127.0.0.1:" + free.getLocalPort());
    }
  }

  private String ask(String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes());
      return new String(socket.getInputStream().readAllBytes());
    }
  }

  /** Where it listens. */
  public URI uri() {
    return uri;
  }

  /** Started again after {@link #kill}, empty. */
  public void start() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                binary().toString(),
                "--port",
                Integer.toString(uri.getPort()),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no"));
    command.addAll(options);
    process =
        new ProcessBuilder(command)
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
