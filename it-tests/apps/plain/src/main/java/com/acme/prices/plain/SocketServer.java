package com.acme.prices.plain;

import com.acme.prices.Prices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A bare socket that speaks as much HTTP as it must. */
public final class SocketServer {

  private final int port;

  private SocketServer(int port) {
    this.port = port;
  }

  /** The argument is the port. */
  public static void main(String[] arguments) throws IOException {
    new SocketServer(Integer.parseInt(arguments[0])).serve(new Prices());
  }

  /** The agent's user names this method: what it is called with is what there is of beans. */
  void serve(Prices prices) throws IOException {
    try (ServerSocket socket = new ServerSocket(port)) {
      while (true) {
        answer(socket.accept(), prices);
      }
    }
  }

  private static void answer(Socket client, Prices prices) throws IOException {
    try (client) {
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      String line = request.readLine();
      if (line == null) {
        return;
      }
      String product = line.split(" ")[1].substring("/prices/".length());
      String body = prices.quote(product);
      String answer =
          "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
