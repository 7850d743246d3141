package com.acme.prices.quarkus;

import com.acme.prices.Prices;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * Makes beans of what knows no container. As singletons: a client proxy would build a second cache.
 */
public class Services {

  @Produces
  @Singleton
  Prices prices() {
    return new Prices();
  }

  @Produces
  @Singleton
  @Named("currency")
  String currency() {
    return "cents";
  }
}
