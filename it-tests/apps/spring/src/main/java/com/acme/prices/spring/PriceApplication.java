package com.acme.prices.spring;

import com.acme.prices.Prices;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application. */
@SpringBootApplication
public class PriceApplication {

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(PriceApplication.class, arguments);
  }

  /** Makes a bean of what knows no container. */
  @Bean
  public Prices prices() {
    return new Prices();
  }

  /** What prices are in. */
  @Bean
  public String currency() {
    return "cents";
  }
}
