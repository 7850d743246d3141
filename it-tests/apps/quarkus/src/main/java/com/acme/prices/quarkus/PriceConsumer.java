package com.acme.prices.quarkus;

import com.acme.prices.PriceQueue;
import com.acme.prices.Prices;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers what it takes from a queue, from the moment at which Quarkus's own messaging does. */
@Singleton
public class PriceConsumer {

  private final int port;
  private final PriceQueue queue;

  PriceConsumer(
      Prices prices, @ConfigProperty(name = "prices.queue.port", defaultValue = "0") int port) {
    this.port = port;
    this.queue = new PriceQueue(port, prices::quote);
  }

  void start(@Observes StartupEvent started) {
    if (port != 0) {
      queue.consume();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    queue.close();
  }
}
