package io.warmup.agent.lifecycle;

import org.jspecify.annotations.Nullable;

/** An application's {@code main}, unless it starts a framework that has a better moment. */
public final class MainReadiness implements ReadinessPoint {

  /** For the agent, by name. */
  public MainReadiness() {}

  @Override
  public @Nullable Application arrived(@Nullable Object[] subjects) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (ReadinessMethod framework : ReadinessMethod.values()) {
      if (loader.getResource(framework.className().replace('.', '/') + ".class") != null) {
        return null;
      }
    }
    return new PlainReadiness().arrived(subjects);
  }
}
