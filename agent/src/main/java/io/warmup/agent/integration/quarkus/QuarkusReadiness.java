package io.warmup.agent.integration.quarkus;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.runtime.LaunchMode;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.ReadinessPoint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells an application in production from one under test or in dev mode. */
public final class QuarkusReadiness implements ReadinessPoint {

  /** For the agent, by name. */
  public QuarkusReadiness() {}

  @Override
  public @Nullable Application arrived(Object[] subjects) {
    ArcContainer container = Arc.container();
    boolean inProduction = Arrays.asList(subjects).contains(LaunchMode.NORMAL);
    return inProduction && container != null
        ? new QuarkusApplication(container, Thread.currentThread().getContextClassLoader())
        : null;
  }
}
