package com.acme.prices.cached;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What products cost: one cache for each form of key, and one that is used by hand. */
@ApplicationScoped
public class PriceService {

  private final AtomicInteger loads = new AtomicInteger();
  private final Cache stock;

  PriceService(@CacheName("stock") Cache stock) {
    this.stock = stock;
  }

  /** By the one parameter. */
  @CacheResult(cacheName = "prices")
  public Integer price(String product) {
    return fromSource(product);
  }

  /** By both parameters. */
  @CacheResult(cacheName = "offers")
  public Integer offer(String product, int amount) {
    return fromSource(product) * amount;
  }

  /** By the method alone. */
  @CacheResult(cacheName = "currencies")
  public List<String> currencies() {
    loads.incrementAndGet();
    return List.of("EUR", "CHF");
  }

  /** Without blocking anybody. */
  @CacheResult(cacheName = "reviews")
  public Uni<String> review(String product) {
    return Uni.createFrom().item(() -> "fine at " + fromSource(product));
  }

  /** By hand. */
  public Uni<Integer> stock(String product) {
    return stock.get(product, this::fromSource);
  }

  /** A price is no longer right. */
  @CacheInvalidate(cacheName = "prices")
  public void changed(String product) {}

  /** How often the source was asked. */
  public int loads() {
    return loads.get();
  }

  private int fromSource(String product) {
    loads.incrementAndGet();
    return 100 + Math.floorMod(product.hashCode(), 900);
  }
}
