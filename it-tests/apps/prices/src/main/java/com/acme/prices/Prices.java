package com.acme.prices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;

/** What products cost, cached by product: the one service of every sample application. */
public class Prices {

  private final Cache<String, Integer> byProduct =
      Caffeine.newBuilder().maximumSize(10_000).build();
  private final AtomicInteger misses = new AtomicInteger();

  /** For a container. */
  public Prices() {}

  /** For an application without one. */
  public static Prices shared() {
    return Shared.PRICES;
  }

  /** The answer to a client: the price, and how often the cache has missed so far. */
  public String quote(String product) {
    int cents = byProduct.get(product, this::miss);
    return product + " costs " + cents + " cents; misses " + misses.get();
  }

  /** As the source has it. */
  public int fromSource(String product) {
    return 100 + Math.floorMod(product.hashCode(), 900);
  }

  private int miss(String product) {
    misses.incrementAndGet();
    return fromSource(product);
  }

  private static final class Shared {
    static final Prices PRICES = new Prices();
  }
}
