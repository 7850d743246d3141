package io.warmup.agent.integration.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import io.warmup.agent.bridge.WarmupGets;
import io.warmup.agent.cache.PutIfAbsent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** For a Caffeine that was loaded before the agent came: its writes cannot be seen. */
final class IfAbsentFence implements PutIfAbsent {

  private final Cache<Object, Object> cache;
  private final WarmupGets gets;
  private final Policy.@Nullable VarExpiration<Object, Object> variable;

  IfAbsentFence(
      Cache<Object, Object> cache,
      WarmupGets gets,
      Policy.@Nullable VarExpiration<Object, Object> variable) {
    this.cache = cache;
    this.gets = gets;
    this.variable = variable;
  }

  @Override
  public boolean putIfAbsent(Object key, Object value, @Nullable Duration ttl) {
    Object present =
        ttl == null || variable == null
            ? cache.asMap().putIfAbsent(key, value)
            : variable.putIfAbsent(key, value, ttl.toNanos(), TimeUnit.NANOSECONDS);
    if (present == null) {
      gets.keyed().warmed(key);
    }
    return present == null;
  }
}
