package io.warmup.agent.integration.quarkus;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.runtime.LaunchMode;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.ReadinessPoint;
import org.jspecify.annotations.Nullable;

/** An application whose container stood before the agent came. */
public final class QuarkusRunning implements ReadinessPoint {

  /** For the agent, by name. */
  public QuarkusRunning() {}

  @Override
  public @Nullable Application arrived(@Nullable Object[] subjects) {
    ArcContainer container = Arc.container();
    return container != null && container.isRunning() && LaunchMode.current() == LaunchMode.NORMAL
        ? new QuarkusApplication(container, Arc.class.getClassLoader(), true)
        : null;
  }
}
