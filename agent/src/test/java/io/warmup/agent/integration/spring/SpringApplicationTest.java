package io.warmup.agent.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

class SpringApplicationTest {

  private final ClassLoader own = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(own);
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
