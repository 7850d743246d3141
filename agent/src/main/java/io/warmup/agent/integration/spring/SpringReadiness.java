package io.warmup.agent.integration.spring;

import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.ReadinessPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Tells the application's own context from the helpers that are refreshed beside it. */
public final class SpringReadiness implements ReadinessPoint {

  /** Spring Cloud's bootstrap context. */
  private static final String BOOTSTRAP = "bootstrap";

  /** Every context that {@code @SpringBootTest} and {@code @ContextConfiguration} make. */
  private static final String TEST = "Inlined Test Properties";

  private final boolean serving;

  /** For the agent, by name. */
  public SpringReadiness() {
    this(false);
  }

  /**
   * @param serving as {@link Application#isServing}
   */
  SpringReadiness(boolean serving) {
    this.serving = serving;
  }

  @Override
  public @Nullable Application arrived(Object[] subjects) {
    ConfigurableApplicationContext context = context(subjects);
    return context == null || isHelper(context) ? null : new SpringApplication(context, serving);
  }

  /**
   * Of {@code finishRefresh()} it is {@code this}, of {@code ready(context, duration)} the first
   * argument.
   */
  private static @Nullable ConfigurableApplicationContext context(Object[] subjects) {
    for (Object subject : subjects) {
      if (subject instanceof ConfigurableApplicationContext context) {
        return context;
      }
    }
    return null;
  }

  private static boolean isHelper(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    return environment.getPropertySources().contains(BOOTSTRAP)
        || environment.getPropertySources().contains(TEST)
        || "onRefresh".equals(environment.getProperty("spring.context.exit"))
        || hasUnfinishedAncestor(context);
  }

  /**
   * A Feign client's or a connector's context: it is refreshed while its parent still makes
   * singletons.
   */
  private static boolean hasUnfinishedAncestor(ApplicationContext context) {
    for (ApplicationContext up = context.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ConfigurableApplicationContext parent && !parent.isRunning()) {
        return true;
      }
    }
    return false;
  }
}
