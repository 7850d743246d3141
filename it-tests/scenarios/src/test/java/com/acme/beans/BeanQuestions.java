package com.acme.beans;

import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks for beans in every way, prints the answers, and has one key that cannot be loaded. The
 * setting {@code app} is the package of the application, {@code request} the name of a bean of a
 * request, where its type means a proxy.
 */
public class BeanQuestions implements CacheWarmupStrategy<String, Integer> {

  private Object visit;

  @Override
  public void initialize(WarmupContext context) throws Exception {
    Class<?> prices = type("com.acme.prices.Prices");
    String app = context.settings().getString("app", "");
    String request = context.settings().getString("request", "");
    Class<?> ofRequest = type(app + ".Visit");
    visit = context.bean(ofRequest);
    answer("by type", () -> prices.isInstance(context.bean(prices)));
    answer("by name", () -> context.bean("currency", String.class));
    answer("by wrong name", () -> context.bean("curency", String.class));
    answer("optional", () -> context.findBean(prices).isPresent());
    answer("optional, none", () -> context.findBean(Thread.class).isPresent());
    answer("none", () -> context.bean(Thread.class));
    answer("unused", () -> context.bean(type(app + ".Leftover")));
    Callable<Object> ask =
        () -> request.isEmpty() ? context.bean(ofRequest) : context.bean(request, ofRequest);
    answer("of a request", ask);
    FutureTask<Object> elsewhere = new FutureTask<>(ask);
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
