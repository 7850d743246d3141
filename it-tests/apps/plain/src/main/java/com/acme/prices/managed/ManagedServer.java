package com.acme.prices.managed;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;

/** Prices in a JCache that loads by itself, stock in a map of Hazelcast's. */
public final class ManagedServer {

  private static final AtomicInteger LOADS = new AtomicInteger();

  private final Cache<String, Integer> prices;
  private final IMap<String, Integer> stock;

  private ManagedServer(Cache<String, Integer> prices, IMap<String, Integer> stock) {
    this.prices = prices;
    this.stock = stock;
  }

  /** The argument is the port. */
  public static void main(String[] arguments) throws IOException {
    Cache<String, Integer> prices =
        Caching.getCachingProvider()
            .getCacheManager()
            .createCache(
                "prices",
                new MutableConfiguration<String, Integer>()
                    .setTypes(String.class, Integer.class)
                    .setReadThrough(true)
                    .setCacheLoaderFactory(FactoryBuilder.factoryOf(PriceLoader.class)));
    new ManagedServer(prices, member().getMap("stock")).serve(Integer.parseInt(arguments[0]));
  }

  private static HazelcastInstance member() {
    Config config = new Config();
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.partition.count", "11");
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    return Hazelcast.newHazelcastInstance(config);
  }

  /** The agent's user names this method: the caches are there when it is called. */
  void serve(int port) throws IOException {
    LOADS.set(0);
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/prices/", this::quote);
    server.start();
  }

  private void quote(HttpExchange exchange) throws IOException {
    String product = exchange.getRequestURI().getPath().substring("/prices/".length());
    String text =
        product
            + " costs "
            + prices.get(product)
            + ", in stock "
            + inStock(product)
            + "; loads "
            + LOADS.get();
    byte[] answer = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    try (exchange) {
      exchange.getResponseBody().write(answer);
    }
  }

  private int inStock(String product) {
    Integer known = stock.get(product);
    if (known != null) {
      return known;
    }
    LOADS.incrementAndGet();
    stock.put(product, 1);
    return 1;
  }

  /** Asks whoever knows the prices. */
  public static final class PriceLoader implements CacheLoader<String, Integer> {

    /** For the cache. */
    public PriceLoader() {}

    @Override
    public Integer load(String product) {
      LOADS.incrementAndGet();
      return product.length();
    }

    @Override
    public Map<String, Integer> loadAll(Iterable<? extends String> products) {
      Map<String, Integer> prices = new HashMap<>();
      products.forEach(product -> prices.put(product, load(product)));
      return prices;
    }
  }
}
