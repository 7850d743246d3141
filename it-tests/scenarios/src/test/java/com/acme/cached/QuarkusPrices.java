package com.acme.cached;

import io.warmup.api.Arguments;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.KeysOnlyStrategy;
import io.warmup.api.WarmupContext;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One strategy for each form of key, with 20 products each. */
public final class QuarkusPrices {

  private static final int PRODUCTS = 20;

  private QuarkusPrices() {}

  private static Stream<String> products() {
    return IntStream.range(0, PRODUCTS).mapToObj(number -> "p" + number);
  }

  private static int price(Object product) {
    return 100 + Math.floorMod(product.hashCode(), 900);
  }

  /** By one parameter. */
  public static class Prices implements CacheWarmupStrategy<String, Integer> {

    @Override
    public Stream<String> getKeysToWarmup() {
      return products();
    }

    @Override
    public Integer loadData(String product) {
      return price(product);
    }

    @Override
    public String getCacheName() {
      return "prices";
    }
  }

  /** By two parameters. */
  public static class Offers implements CacheWarmupStrategy<Arguments, Integer> {

    @Override
    public Stream<Arguments> getKeysToWarmup() {
      return products().map(product -> Arguments.of(product, 3));
    }

    @Override
    public Integer loadData(Arguments call) {
      return price(call.values().get(0)) * (int) call.values().get(1);
    }

    @Override
    public String getCacheName() {
      return "offers";
    }
  }

  /** Without a parameter. */
  public static class Currencies implements CacheWarmupStrategy<Arguments, List<String>> {

    @Override
    public Stream<Arguments> getKeysToWarmup() {
      return Stream.of(Arguments.of());
    }

    @Override
    public List<String> loadData(Arguments none) {
      return List.of("EUR", "CHF");
    }

    @Override
    public String getCacheName() {
      return "currencies";
    }
  }

  /** Of a method that returns a {@code Uni}. */
  public static class Reviews implements CacheWarmupStrategy<String, String> {

    @Override
    public Stream<String> getKeysToWarmup() {
      return products();
    }

    @Override
    public String loadData(String product) {
      return "fine at " + price(product);
    }

    @Override
    public String getCacheName() {
      return "reviews";
    }
  }

  /** Of a cache that is used by hand. */
  public static class Stock implements CacheWarmupStrategy<String, Integer> {

    @Override
    public Stream<String> getKeysToWarmup() {
      return products();
    }

    @Override
    public Integer loadData(String product) {
      return price(product);
    }

    @Override
    public String getCacheName() {
      return "stock";
    }
  }

  /** Of a cache that has a loader of its own: keys alone. */
  public static class Ratings implements KeysOnlyStrategy<String, Integer> {

    /** Has the container make it: nobody has asked for it yet. */
    @Override
    public void initialize(WarmupContext context) throws Exception {
      context.bean(context.classLoader().loadClass("com.acme.prices.cached.Ratings"));
    }

    @Override
    public Stream<String> getKeysToWarmup() {
      return Stream.concat(products(), Stream.of(""));
    }

    @Override
    public String getCacheName() {
      return "ratings";
    }
  }

  /** Names no cache, and calls what is {@code @CacheResult}. */
  public static class Visits implements CacheWarmupStrategy<String, Object> {

    private Object service;
    private Method price;
    private Method offer;

    /** By reflection, as the tests do not see the application's classes. */
    @Override
    public void initialize(WarmupContext context) throws Exception {
      Class<?> type = context.classLoader().loadClass("com.acme.prices.cached.PriceService");
      service = context.bean(type);
      price = type.getMethod("price", String.class);
      offer = type.getMethod("offer", String.class, int.class);
    }

    @Override
    public Stream<String> getKeysToWarmup() {
      return products();
    }

    @Override
    public Object loadData(String product) throws Exception {
      price.invoke(service, product);
      return offer.invoke(service, product, 3);
    }

    @Override
    public String getCacheName() {
      return "";
    }
  }
}
