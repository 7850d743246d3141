package io.warmup.agent.integration.spring;

import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.ReadinessPoint;
import org.jspecify.annotations.Nullable;

/** A refreshed context where no Boot will ever tell that it is ready. */
public final class BootlessReadiness implements ReadinessPoint {

  private static final String BOOT =
      "org/springframework/boot/context/event/EventPublishingRunListener.class";

  /** For the agent, by name. */
  public BootlessReadiness() {}

  @Override
  public @Nullable Application arrived(Object[] subjects) {
    Application application = new SpringReadiness().arrived(subjects);
    return application == null || application.classLoader().getResource(BOOT) != null
        ? null
        : application;
  }
}
