package io.warmup.agent.integration.quarkus;

import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** One more readiness check beside the application's own: {@code warmup}, down until warm. */
final class ReadinessCheck implements HealthCheck {

  private static final String NAME = "warmup";

  private volatile boolean warm;

  private ReadinessCheck() {}

  /** Whether the application has SmallRye Health. */
  static boolean isPossible(ClassLoader loader) {
    return loader.getResource("io/smallrye/health/registry/HealthRegistries.class") != null;
  }

  /**
   * Adds the check.
   *
   * @return turns it up
   */
  static Runnable register() {
    ReadinessCheck check = new ReadinessCheck();
    HealthRegistries.getRegistry(HealthType.READINESS).register(NAME, check);
    return () -> check.warm = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(NAME).status(warm).build();
  }
}
