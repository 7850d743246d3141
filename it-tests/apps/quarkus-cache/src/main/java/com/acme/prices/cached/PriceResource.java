package com.acme.prices.cached;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** {@code GET /prices/p7}, and so on. */
@Path("/")
public class PriceResource {

  private final PriceService prices;
  private final Ratings ratings;

  PriceResource(PriceService prices, Ratings ratings) {
    this.prices = prices;
    this.ratings = ratings;
  }

  /** A price. */
  @GET
  @Path("prices/{product}")
  public String price(String product) {
    return String.valueOf(prices.price(product));
  }

  /** A price of many. */
  @GET
  @Path("offers/{product}/{amount}")
  public String offer(String product, int amount) {
    return String.valueOf(prices.offer(product, amount));
  }

  /** Where one can pay. */
  @GET
  @Path("currencies")
  public String currencies() {
    return String.join(" ", prices.currencies());
  }

  /** What others think. */
  @GET
  @Path("reviews/{product}")
  public Uni<String> review(String product) {
    return prices.review(product);
  }

  /** How many there are. */
  @GET
  @Path("stock/{product}")
  public Uni<String> stock(String product) {
    return prices.stock(product).map(String::valueOf);
  }

  /** How good it is, and how often that had to be found out. */
  @GET
  @Path("ratings/{product}")
  public String rating(String product) {
    return ratings.of(product) + " of 5, loads " + ratings.loads();
  }

  /** A price is no longer right. */
  @POST
  @Path("changed/{product}")
  public void changed(String product) {
    prices.changed(product);
  }

  /** How often the source was asked. */
  @GET
  @Path("loads")
  public String loads() {
    return String.valueOf(prices.loads());
  }
}
