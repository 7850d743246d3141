package com.acme.prices.cloud;

import com.acme.prices.spring.PriceApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application with Spring Cloud's bootstrap context above it and two Feign clients below. */
@Import({PriceApplication.class, CloudApplication.Clients.class})
@EnableFeignClients(clients = {CloudApplication.Stock.class, CloudApplication.Taxes.class})
public class CloudApplication {

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(CloudApplication.class, arguments);
  }

  /** A client with a child context of its own. */
  @FeignClient(name = "stock", url = "http://127.0.0.1:1")
  public interface Stock {

    /** Never called. */
    @GetMapping("/stock")
    String all();
  }

  /** Another one. */
  @FeignClient(name = "taxes", url = "http://127.0.0.1:1")
  public interface Taxes {

    /** Never called. */
    @GetMapping("/taxes")
    String all();
  }

  /** Has both clients made at start-up. */
  @RestController
  public static class Clients {

    private final Stock stock;
    private final Taxes taxes;

    /** For Spring. */
    public Clients(Stock stock, Taxes taxes) {
      this.stock = stock;
      this.taxes = taxes;
    }

    /** What they are. */
    @GetMapping("/clients")
    public String clients() {
      return stock + " and " + taxes;
    }
  }
}
