package com.acme.prices.plain;

import com.acme.prices.Prices;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Keeps its prices in Redis, which other instances share, by Jedis and nothing above it. */
public final class JedisServer {

  private final UnifiedJedis redis;
  private final AtomicInteger misses = new AtomicInteger();

  private JedisServer(UnifiedJedis redis) {
    this.redis = redis;
  }

  /** The arguments are the port, and where Redis is. */
  public static void main(String[] arguments) throws IOException {
    new JedisServer(RedisClient.create(URI.create(arguments[1])))
        .serve(Integer.parseInt(arguments[0]));
  }

  private void serve(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/prices/", this::quote);
    server.start();
  }

  private void quote(HttpExchange exchange) throws IOException {
    String product = exchange.getRequestURI().getPath().substring("/prices/".length());
    String text = product + " costs " + cents(product) + " cents; misses " + misses.get();
    byte[] answer = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    try (exchange) {
      exchange.getResponseBody().write(answer);
    }
  }

  private String cents(String product) {
    String cached = redis.get("price:" + product);
    if (cached != null) {
      return cached;
    }
    misses.incrementAndGet();
    String cents = String.valueOf(Prices.shared().fromSource(product));
    redis.set("price:" + product, cents);
    return cents;
  }
}
