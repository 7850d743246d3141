package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops each warm-up at its first key until the test lets it through. */
final class Turnstile implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ServerSocket socket;
  private final List<Socket> waiting = new ArrayList<>();

  Turnstile() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Waits until a warm-up has come so far. Fails with all output if the process ends first. */
  void awaitArrival(JavaProcess process) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!hasAnotherWithin(100)) {
      if (!process.isAlive()) {
        throw new AssertionError("ended before its warm-up started:\n" + process.output());
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("has started no warm-up:\n" + process.output());
      }
    }
  }

  /** Whether one more warm-up stands there by now. */
  boolean hasAnother() {
    return hasAnotherWithin(1);
  }

  private boolean hasAnotherWithin(int millis) {
    try {
      socket.setSoTimeout(millis);
      waiting.add(socket.accept());
      return true;
    } catch (SocketTimeoutException none) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets through whoever waits. */
  void open() {
    try {
      for (Socket one : waiting) {
        one.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    open();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
