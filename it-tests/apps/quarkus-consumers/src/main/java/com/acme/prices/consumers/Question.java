package com.acme.prices.consumers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A product whose price is wanted, and the answer to come. */
public class Question {

  private static final int PATIENCE_SECONDS = 30;

  private final String product;
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  Question(String product) {
    this.product = product;
  }

  String product() {
    return product;
  }

  void answer(String text) {
    answer.complete(text);
  }

  String awaitAnswer() {
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
