package com.acme.prices.war;

import com.acme.prices.Prices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.support.AbstractAnnotationConfigDispatcherServletInitializer;

/** The web application: services in the root context, controllers in the servlet's. */
public class PriceWebApp extends AbstractAnnotationConfigDispatcherServletInitializer {

  @Override
  protected Class<?>[] getRootConfigClasses() {
    return new Class<?>[] {Services.class};
  }

  @Override
  protected Class<?>[] getServletConfigClasses() {
    return new Class<?>[] {Web.class};
  }

  @Override
  protected String[] getServletMappings() {
    return new String[] {"/"};
  }

  /** The root context. */
  @Configuration
  static class Services {

    @Bean
    Prices prices() {
      return new Prices();
    }
  }

  /** The servlet's context. */
  @Configuration
  @EnableWebMvc
  @Import(Quotes.class)
  static class Web {}

  /** {@code GET /prices/p7}. */
  @RestController
  static class Quotes {

    private final Prices prices;

    Quotes(Prices prices) {
      this.prices = prices;
    }

    @GetMapping("/prices/{product}")
    String quote(@PathVariable("product") String product) {
      return prices.quote(product);
    }
  }
}
