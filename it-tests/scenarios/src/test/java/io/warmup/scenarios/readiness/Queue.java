package io.warmup.scenarios.readiness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** The smallest of message queues: a line is a message, a line is its answer. */
final class Queue implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final ServerSocket socket;

  Queue() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Whether anybody waits for messages by now; who does is sent away. */
  boolean hasConsumer() {
    try {
      socket.setSoTimeout(1);
      socket.accept().close();
      return true;
    } catch (SocketTimeoutException none) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first consumer makes of a message. */
  String answerTo(String message) {
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try (Socket consumer = socket.accept();
          PrintStream messages =
              new PrintStream(consumer.getOutputStream(), true, StandardCharsets.UTF_8);
          BufferedReader answers =
              new BufferedReader(
                  new InputStreamReader(consumer.getInputStream(), StandardCharsets.UTF_8))) {
        messages.println(message);
        return answers.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
