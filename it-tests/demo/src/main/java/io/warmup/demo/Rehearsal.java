package io.warmup.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Practises the traffic on a server of our own, so that the JVM that drives it is as fast at the
 * first shop as at the second: what is compared are the shops.
 */
final class Rehearsal {

  private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);

  private Rehearsal() {}

  static void play(int perSecond, int seconds) throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, ANSWER.length);
          try (exchange) {
            exchange.getResponseBody().write(ANSWER);
          }
        });
    server.start();
    try {
      URI base = URI.create("http://localhost:" + server.getAddress().getPort());
      new OpenLoop(base, Trace.of(1, perSecond, seconds)).run();
    } finally {
      server.stop(0);
      threads.shutdown();
    }
  }
}
