package io.warmup.agent.integration.caffeine;

import com.github.benmanes.caffeine.cache.Policy;
import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cache's one time to live. By reflection, as an exception here: what Caffeine 3 calls
 * {@code Policy.FixedExpiration} is {@code Policy.Expiration} in 2.9, and no type serves both.
 */
final class FixedExpiry {

  private FixedExpiry() {}

  /**
   * Of what {@code Policy.expireAfterWrite} gives.
   *
   * @return null where it does not say
   */
  static @Nullable Duration of(Object expiration) {
    for (Class<?> nested : Policy.class.getClasses()) {
      if (nested.getSimpleName().endsWith("Expiration") && nested.isInstance(expiration)) {
        try {
          Method asked = nested.getMethod("getExpiresAfter");
          return (Duration) asked.invoke(expiration);
        } catch (ReflectiveOperationException e) {
          return null;
        }
      }
    }
    return null;
  }
}
