package io.warmup.agent.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class SpringApplicationTest {

  private final ClassLoader own = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(own);
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.web.context.WebApplicationContext:/shop, shop",
    "org.springframework.web.context.WebApplicationContext:/eu/shop, eu/shop",
    "org.springframework.web.context.WebApplicationContext:, ROOT",
    "application, application",
  })
  void withoutANameItGoesByItsIdAndAWarByItsContextPath(String id, String name) {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      context.setId(id);
      assertThat(new SpringApplication(context).name()).isEqualTo(name);
    }
  }

  @Test
  void itsOwnNameIsTakenBeforeItsId() {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      Map<String, Object> named = Map.of("spring.application.name", "prices");
      context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", named));
      assertThat(new SpringApplication(context).name()).isEqualTo("prices");
    }
  }

  /**
   * A Boot context is given no loader: it asks the thread, and the agent's threads know another.
   */
  @Test
  void itsLoaderIsTheOneItWasRefreshedWithOnWhateverThreadItIsAsked() throws IOException {
    try (URLClassLoader launched = new URLClassLoader(new URL[0], own);
        GenericApplicationContext context = new GenericApplicationContext()) {
      Thread.currentThread().setContextClassLoader(launched);
      context.refresh();
      Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
      assertThat(new SpringApplication(context).classLoader()).isSameAs(launched);
    }
  }
}
