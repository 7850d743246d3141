package com.acme.prices.cached;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** A cache with a loader of its own, which needs a request. */
@Singleton
public class Ratings {

  private final AtomicInteger loads = new AtomicInteger();
  private final LoadingCache<String, Integer> byProduct;

  Ratings(Request request) {
    byProduct =
        Caffeine.newBuilder()
            .build(
                product -> {
                  loads.incrementAndGet();
                  return request.rating(product);
                });
  }

  /** From 1 to 5. */
  public int of(String product) {
    return byProduct.get(product);
  }

  /** How often the loader was asked. */
  public int loads() {
    return loads.get();
  }
}
