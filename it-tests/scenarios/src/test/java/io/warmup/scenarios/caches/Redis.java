package io.warmup.scenarios.caches;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/**
 * A Redis of the test's own, empty.
 *
 * @param process killed when closed
 */
record Redis(Process process, int port) implements AutoCloseable {

  static Redis start() throws IOException {
    int port = FreePort.next();
    Process process =
        new ProcessBuilder(
                binary().toString(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Redis redis = new Redis(process, port);
    redis.awaitOpen();
    return redis;
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** What the agent's own tests use too. */
  private static Path binary() throws IOException {
    String os = System.getProperty("os.name").toLowerCase().contains("mac") ? "darwin" : "linux";
    boolean arm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
    Path binary = Artifacts.only("agent/target/redis", "*" + os + (arm ? "-arm64" : "-amd64"));
    if (!binary.toFile().canExecute() && !binary.toFile().setExecutable(true)) {
      throw new IOException(binary + " cannot be made executable");
    }
    return binary;
  }

  private void awaitOpen() throws IOException {
    while (process.isAlive()) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new IOException("redis-server ended with " + process.exitValue());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
