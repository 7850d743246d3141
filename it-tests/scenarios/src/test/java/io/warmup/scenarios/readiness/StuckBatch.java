package io.warmup.scenarios.readiness;

import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prices, many at a time: each batch stops at the turnstile, and no interrupt ends that. */
public final class StuckBatch implements CacheWarmupStrategy<String, Integer> {

  private int turnstile;

  /** The application builds its cache when it is first asked for prices. */
  @Override
  public void initialize(WarmupContext context) throws ReflectiveOperationException {
    turnstile = context.settings().getInt("turnstile", 0);
    Class.forName("com.acme.prices.Prices").getMethod("shared").invoke(null);
  }

  @Override
  public Stream<String> getKeysToWarmup() {
    return IntStream.range(0, 100).mapToObj(number -> "p" + number);
  }

  @Override
  public Map<String, Integer> loadBatch(List<String> products) throws IOException {
    try (Socket test = new Socket(InetAddress.getLoopbackAddress(), turnstile)) {
      test.getInputStream().read();
    }
    return Map.of();
  }

  @Override
  public Integer loadData(String product) {
    throw new IllegalStateException("only batches are asked for");
  }

  @Override
  public String getCacheName() {
    return "prices";
  }

  /** For which the file of {@link WarmedApp} has settings. */
  @Override
  public String getName() {
    return "PriceList";
  }
}
