package com.acme.prices.quarkus;

import com.acme.prices.Prices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@code GET /prices/p7}. */
@Path("/prices/{product}")
public class PriceResource {

  private final Prices prices;
  private final Visit visit;

  PriceResource(Prices prices, Visit visit) {
    this.prices = prices;
    this.visit = visit;
  }

  /** A price. */
  @GET
  public String quote(String product) {
    return prices.quote(product);
  }

  /** Who asks. */
  @GET
  @Path("/visit")
  public String visit() {
    return visit.toString();
  }
}
