package io.warmup.scenarios.readiness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Stops each warm-up at its first key until the test lets it through. */
final class Turnstile implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 90_000;

  private final ServerSocket socket;
  private final List<Socket> waiting = new ArrayList<>();

  Turnstile() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Waits until a warm-up has come so far. */
  void awaitArrival() {
    try {
      waiting.add(socket.accept());
    } catch (IOException e) {
      throw new UncheckedIOException("no warm-up has started", e);
    }
  }

  /** Whether one more warm-up stands there by now. */
  boolean hasAnother() {
    try {
      socket.setSoTimeout(1);
      try {
        waiting.add(socket.accept());
        return true;
      } catch (SocketTimeoutException none) {
        return false;
      } finally {
        socket.setSoTimeout(PATIENCE_MILLIS);
      }
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
