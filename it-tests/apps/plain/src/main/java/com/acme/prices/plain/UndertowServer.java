package com.acme.prices.plain;

import com.acme.prices.Prices;
import io.undertow.Undertow;

/** Undertow. */
public final class UndertowServer {

  private UndertowServer() {}

  /** The argument is the port. */
  public static void main(String[] arguments) {
    Undertow.builder()
        .addHttpListener(Integer.parseInt(arguments[0]), "0.0.0.0")
        .setHandler(
            exchange -> {
              String product = exchange.getRequestPath().substring("/prices/".length());
              exchange.getResponseSender().send(Prices.shared().quote(product));
            })
        .build()
        .start();
  }
}
