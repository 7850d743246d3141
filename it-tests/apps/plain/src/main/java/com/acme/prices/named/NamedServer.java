package com.acme.prices.named;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prices and stock in caches that nothing but the argument of a factory method tells apart. */
public final class NamedServer {

  private final Map<String, Cache<String, Integer>> caches = new ConcurrentHashMap<>();

  private NamedServer() {}

  /** Says what it knows of two products, without a port. */
  public static void main(String[] arguments) {
    NamedServer server = new NamedServer();
    server.named("stock");
    server.named("prices");
    server.serve();
  }

  private Cache<String, Integer> named(String name) {
    return caches.computeIfAbsent(
        name, it -> Caffeine.newBuilder().maximumSize(it.length() * 1_000L).build());
  }

  /** The agent's user names this method: the caches are there when it is called. */
  void serve() {
    for (String product : new String[] {"p7", "new"}) {
      System.out.println(product + ": " + quote("prices", product) + quote("stock", product));
    }
  }

  private String quote(String name, String product) {
    return name + " " + named(name).get(product, it -> -1) + " ";
  }
}
