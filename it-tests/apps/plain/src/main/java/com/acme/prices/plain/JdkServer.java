package com.acme.prices.plain;

import com.acme.prices.Prices;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The JDK's own HTTP server. */
public final class JdkServer {

  private JdkServer() {}

  /** The argument is the port. */
  public static void main(String[] arguments) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[0])), 0);
    server.createContext("/prices/", JdkServer::quote);
    server.start();
  }

  private static void quote(HttpExchange exchange) throws IOException {
    String product = exchange.getRequestURI().getPath().substring("/prices/".length());
    byte[] answer = Prices.shared().quote(product).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    try (exchange) {
      exchange.getResponseBody().write(answer);
    }
  }
}
