package com.acme.beans;

import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks for beans in every way, prints the answers, and has one key that cannot be loaded. */
public class BeanQuestions implements CacheWarmupStrategy<String, Integer> {

  private static final String APP = "com.acme.prices.quarkus.";

  private Object visit;

  @Override
  public void initialize(WarmupContext context) throws Exception {
    Class<?> prices = type("com.acme.prices.Prices");
    visit = context.bean(type(APP + "Visit"));
    answer("by type", () -> prices.isInstance(context.bean(prices)));
    answer("by name", () -> context.bean("currency", String.class));
    answer("by wrong name", () -> context.bean("curency", String.class));
    answer("optional", () -> context.findBean(prices).isPresent());
    answer("optional, none", () -> context.findBean(Thread.class).isPresent());
    answer("none", () -> context.bean(Thread.class));
    answer("unused", () -> context.bean(type(APP + "Leftover")));
    FutureTask<Object> elsewhere = new FutureTask<>(() -> context.bean(type(APP + "Visit")));
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Thread thread = new Thread(elsewhere);
    thread.setContextClassLoader(loader);
    thread.start();
    answer(
        "inactive",
        () -> {
          try {
            return elsewhere.get();
          } catch (java.util.concurrent.ExecutionException e) {
            throw (Exception) e.getCause();
          }
        });
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
  }

  private static void answer(String question, Callable<?> ask) {
    String answer;
    try {
      answer = String.valueOf(ask.call());
    } catch (Exception e) {
      answer = e.getMessage();
    }
    System.out.println("bean " + question + ": " + answer);
  }

  @Override
  public Stream<String> getKeysToWarmup() {
    return IntStream.range(0, 100).mapToObj(number -> "p" + number);
  }

  @Override
  public Integer loadData(String key) {
    if (key.equals("p50")) {
      throw new IllegalStateException("p50 cannot be loaded");
    }
    // The one of this request: a client proxy, which throws where no request is active.
    return visit.toString().length();
  }

  @Override
  public String getCacheName() {
    return "prices";
  }
}
