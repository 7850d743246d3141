package com.acme.prices.quarkus;

import jakarta.enterprise.context.RequestScoped;

/** Lives as long as a request. */
@RequestScoped
public class Visit {

  @Override
  public String toString() {
    return "a visit";
  }
}
