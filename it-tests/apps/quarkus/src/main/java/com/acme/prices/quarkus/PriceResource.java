package com.acme.prices.quarkus;

import com.acme.prices.Prices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@code GET /prices/p7}. */
@Path("/prices/{product}")
public class PriceResource {

  private final Prices prices;

  PriceResource(Prices prices) {
    this.prices = prices;
  }

  /** A price. */
  @GET
  public String quote(String product) {
    return prices.quote(product);
  }
}
