package com.acme.prices.spring;

import com.acme.prices.PriceQueue;
import com.acme.prices.Prices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Answers what it takes from a queue. Started and stopped as Spring's own listener containers are
 * (JMS, Kafka, AMQP): by its life cycle.
 */
@Component
@ConditionalOnProperty("prices.queue.port")
public class PriceConsumer implements SmartLifecycle {

  private final PriceQueue queue;
  private volatile boolean running;

  /** For Spring. */
  public PriceConsumer(Prices prices, @Value("${prices.queue.port}") int port) {
    this.queue = new PriceQueue(port, prices::quote);
  }

  @Override
  public void start() {
    running = true;
    queue.consume();
  }

  @Override
  public void stop() {
    running = false;
    queue.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
