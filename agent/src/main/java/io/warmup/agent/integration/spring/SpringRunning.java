package io.warmup.agent.integration.spring;

import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.ReadinessPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells a context that serves already from one that still starts, which has a better moment. */
public final class SpringRunning implements ReadinessPoint {

  /** For the agent, by name. */
  public SpringRunning() {}

  @Override
  public @Nullable Application arrived(Object[] subjects) {
    return subjects[0] instanceof ConfigurableApplicationContext context && context.isRunning()
        ? new SpringReadiness(true).arrived(subjects)
        : null;
  }
}
