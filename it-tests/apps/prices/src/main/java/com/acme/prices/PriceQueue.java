package com.acme.prices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The client of the smallest of message queues: a line is a message, a line is its answer. */
public class PriceQueue implements AutoCloseable {

  private final int port;
  private final UnaryOperator<String> answer;
  private volatile Socket socket;

  /**
   * Not connected yet.
   *
   * @param port of the queue
   * @param answer to a message
   */
  public PriceQueue(int port, UnaryOperator<String> answer) {
    this.port = port;
    this.answer = answer;
  }

  /** From now on messages are taken, on a thread of its own. */
  public void consume() {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new Thread(this::answerAll, "prices-queue").start();
  }

  private void answerAll() {
    try (BufferedReader messages =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintStream answers =
            new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      String message;
      while ((message = messages.readLine()) != null) {
        answers.println(answer.apply(message));
      }
    } catch (IOException closed) {
      // The queue or the application has ended.
    }
  }

  @Override
  public void close() {
    Socket open = socket;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
