package com.acme.heavy;

import io.warmup.api.CacheWarmupStrategy;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Far more than a small heap holds. */
public class HeavyPrices implements CacheWarmupStrategy<String, Object> {

  private static final int BYTES = 256 * 1024;

  @Override
  public Stream<String> getKeysToWarmup() {
    return IntStream.range(0, 5_000).mapToObj(number -> "heavy" + number);
  }

  @Override
  public Object loadData(String key) {
    return new byte[BYTES];
  }

  @Override
  public String getCacheName() {
    return "prices";
  }
}
