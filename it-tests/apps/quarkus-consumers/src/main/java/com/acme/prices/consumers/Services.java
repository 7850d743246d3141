package com.acme.prices.consumers;

import com.acme.prices.Prices;
import jakarta.enterprise.inject.Produces;
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
}
