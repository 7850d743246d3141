package com.acme.prices.warmup;

import com.acme.prices.Prices;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The prices of the products {@code p0}, {@code p1} … as many as the setting {@code count} says.
 *
 * <p>With {@code turnstile}, the port of a test, each run stops there until the test lets it
 * through: before its first key, or where {@code stop-at} says ({@code initialize}, {@code keys},
 * {@code load}). No interrupt ends that wait.
 */
public class PriceList implements CacheWarmupStrategy<String, Integer> {

  private Prices prices;
  private int count;
  private int turnstile;
  private String stop;

  /** The application's service: a bean where there is a container. */
  @Override
  public void initialize(WarmupContext context) throws IOException {
    prices = context.findBean(Prices.class).orElseGet(PriceList::withoutContainer);
    count = context.settings().getInt("count", 100);
    turnstile = context.settings().getInt("turnstile", 0);
    stop = context.settings().getString("stop-at", "keys");
    passTurnstile("initialize");
  }

  /** Said aloud: where there is a container, it should have been found there. */
  private static Prices withoutContainer() {
    System.out.println("no bean is a Prices");
    return Prices.shared();
  }

  @Override
  public Stream<String> getKeysToWarmup() throws IOException {
    passTurnstile("keys");
    return IntStream.range(0, count).mapToObj(number -> "p" + number);
  }

  private void passTurnstile(String place) throws IOException {
    if (turnstile == 0 || !stop.equals(place)) {
      return;
    }
    try (Socket test = new Socket(InetAddress.getLoopbackAddress(), turnstile)) {
      test.getInputStream().read();
    }
  }

  @Override
  public Integer loadData(String product) throws IOException {
    passTurnstile("load");
    return prices.fromSource(product);
  }

  @Override
  public String getCacheName() {
    return "prices";
  }
}
