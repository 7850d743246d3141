package io.warmup.scenarios.operations;

import io.warmup.scenarios.jvm.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/** A Redis server of a test's own, empty. */
record Redis(Process process, int port) implements AutoCloseable {

  static Redis start() {
    try {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      Path binary = Artifacts.redis();
      binary.toFile().setExecutable(true);
      Redis redis =
          new Redis(
              new ProcessBuilder(
                      binary.toString(),
                      "--port",
                      Integer.toString(port),
                      "--bind",
                      "127.0.0.1",
                      "--save",
                      "")
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start(),
              port);
      redis.awaitPort();
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  private void awaitPort() {
    while (process.isAlive()) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new IllegalStateException("redis-server ended with " + process.exitValue());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
