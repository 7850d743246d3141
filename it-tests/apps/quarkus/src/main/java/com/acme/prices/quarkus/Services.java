package com.acme.prices.quarkus;

import com.acme.prices.Prices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes beans of what knows no container. */
public class Services {

  @Produces
  @ApplicationScoped
  Prices prices() {
    return new Prices();
  }
}
