package io.warmup.agent.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application whose {@code main} was entered before the agent came, without a framework. */
public final class RunningMain implements ReadinessPoint {

  /** For the agent, by name. */
  public RunningMain() {}

  @Override
  public @Nullable Application arrived(@Nullable Object[] subjects) {
    return new MainReadiness().arrived(subjects) == null
        ? null
        : new PlainApplication(List.of(), Thread.currentThread().getContextClassLoader(), true);
  }
}
