package com.acme.prices.consumers;

import com.acme.prices.Prices;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Answers each message. */
@ApplicationScoped
public class PriceConsumer {

  private final Prices prices;

  PriceConsumer(Prices prices) {
    this.prices = prices;
  }

  /** A message. */
  @Incoming("questions")
  public void consume(Question question) {
    question.answer(prices.quote(question.product()));
  }
}
