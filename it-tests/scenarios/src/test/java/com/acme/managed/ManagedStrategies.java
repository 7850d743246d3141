package com.acme.managed;

import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.KeysOnlyStrategy;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the managed server is warmed with. */
public final class ManagedStrategies {

  private ManagedStrategies() {}

  private static Stream<String> products() {
    return IntStream.range(0, 100).mapToObj(number -> "p" + number);
  }

  /** Keys alone: the cache has a loader. */
  public static class Prices implements KeysOnlyStrategy<String, Integer> {
    @Override
    public Stream<String> getKeysToWarmup() {
      return products();
    }

    @Override
    public String getCacheName() {
      return "prices";
    }
  }

  /** From where the application has it too. */
  public static class Stock implements CacheWarmupStrategy<String, Integer> {
    @Override
    public Stream<String> getKeysToWarmup() {
      return products();
    }

    @Override
    public Integer loadData(String product) {
      return 12;
    }

    @Override
    public String getCacheName() {
      return "stock";
    }
  }
}
