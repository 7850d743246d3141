package com.acme.named;

import io.warmup.api.CacheWarmupStrategy;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the named server is warmed with: each value tells which of them has loaded it. */
public final class NamedStrategies {

  private NamedStrategies() {}

  /** 100 products. */
  abstract static class Products implements CacheWarmupStrategy<String, Integer> {
    private final String cache;
    private final int value;

    Products(String cache, int value) {
      this.cache = cache;
      this.value = value;
    }

    @Override
    public Stream<String> getKeysToWarmup() {
      return IntStream.range(0, 100).mapToObj(number -> "p" + number);
    }

    @Override
    public Integer loadData(String product) {
      return value;
    }

    @Override
    public String getCacheName() {
      return cache;
    }
  }

  /** Named as the argument is. */
  public static class Prices extends Products {

    /** For the agent. */
    public Prices() {
      super("prices", 2);
    }
  }

  /** Named as the file has it. */
  public static class Stock extends Products {

    /** For the agent. */
    public Stock() {
      super("in stock", 12);
    }
  }
}
