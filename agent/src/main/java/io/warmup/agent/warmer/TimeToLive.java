package io.warmup.agent.warmer;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time to live of warmed entries, spread so that they do not expire all at once.
 *
 * @param base null: the cache's own expiry
 * @param jitter 0..1, by how much of itself it varies either way
 * @param random uniform in 0..1
 */
record TimeToLive(@Nullable Duration base, double jitter, DoubleSupplier random) {

  /** For one entry. */
  @Nullable Duration next() {
    if (base == null || jitter == 0) {
      return base;
    }
    double factor = 1 + jitter * (2 * random.getAsDouble() - 1);
    return Duration.ofNanos(Math.max(1, (long) (base.toNanos() * factor)));
  }
}
