package com.acme.prices.cached;

import jakarta.enterprise.context.RequestScoped;

/** Somebody asks; nobody does where no request is active. */
@RequestScoped
public class Request {

  /** What they are told. */
  public int rating(String product) {
    if (product.isEmpty()) {
      throw new IllegalArgumentException("no product");
    }
    return 1 + Math.floorMod(product.hashCode(), 5);
  }
}
