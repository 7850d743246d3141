package com.acme.prices.spring;

import com.acme.prices.Prices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /prices/p7}, by MVC or by WebFlux. */
@RestController
public class PriceController {

  private final Prices prices;

  /** For Spring. */
  public PriceController(Prices prices) {
    this.prices = prices;
  }

  /** A price. */
  @GetMapping("/prices/{product}")
  public String quote(@PathVariable("product") String product) {
    return prices.quote(product);
  }
}
