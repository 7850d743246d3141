package com.acme.prices.family;

import com.acme.prices.Prices;
import com.acme.prices.spring.PriceController;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The application as a parent without a web server and a child with one. */
public final class FamilyApplication {

  private FamilyApplication() {}

  /** Starts it. */
  public static void main(String[] arguments) {
    new SpringApplicationBuilder(Parent.class)
        .web(WebApplicationType.NONE)
        .child(Child.class)
        .run(arguments);
  }

  /** What several children could share. */
  @SpringBootConfiguration
  static class Parent {}

  /** The one that serves. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(PriceController.class)
  static class Child {

    @Bean
    Prices prices() {
      return new Prices();
    }
  }
}
