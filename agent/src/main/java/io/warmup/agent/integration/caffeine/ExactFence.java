package io.warmup.agent.integration.caffeine;

import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Policy;
import io.warmup.agent.bridge.WarmupGets;
import io.warmup.agent.bridge.WarmupNode;
import io.warmup.agent.bridge.WarmupPut;
import io.warmup.agent.bridge.WarmupStore;
import io.warmup.agent.bridge.WarmupWatch;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.PutOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Marks are set by the store's own writes before they take effect, and looked at under the lock
 * those writes take: nothing slips between.
 */
final class ExactFence implements Fence {

  private final WarmupStore store;
  private final WarmupGets gets;
  private final UnaryOperator<Object> asStored;
  private final Policy.@Nullable VarExpiration<Object, Object> variable;
  private final int clears;
  private final Map<Object, Watched> watched;
  private boolean closed;

  ExactFence(
      WarmupStore store,
      WarmupGets gets,
      UnaryOperator<Object> asStored,
      Policy.@Nullable VarExpiration<Object, Object> variable,
      List<?> keys) {
    this.store = store;
    this.gets = gets;
    this.asStored = asStored;
    this.variable = variable;
    this.clears = gets.watch().clears();
    this.watched = new HashMap<>(keys.size() * 2);
    for (Object key : keys) {
      if (!watched.containsKey(key)) {
        // Watched first, looked at second: what changes in between is marked.
        WarmupWatch.Mark mark = gets.watch().watch(key);
        watched.put(key, new Watched(mark, live(key)));
      }
    }
  }

  @Override
  public PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
    Watched entry = watched.get(key);
    if (closed || entry == null) {
      throw new IllegalArgumentException("key " + key + " is not watched by this fence");
    }
    boolean timed = ttl != null && variable != null;
    Object expiry = timed && store.warmupExpires() ? new FixedExpiry(ttl.toNanos()) : null;
    WarmupPut put =
        new WarmupPut(store, gets, entry.mark(), clears, entry.seen(), asStored.apply(value));
    return switch (put.run(key, expiry)) {
      case PRESENT -> PutOutcome.ALREADY_PRESENT;
      case TOUCHED -> PutOutcome.OVERWRITTEN;
      case WARMED -> {
        if (timed && expiry == null) {
          variable.setExpiresAfter(key, ttl.toNanos(), TimeUnit.NANOSECONDS);
        }
        yield PutOutcome.WARMED;
      }
    };
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      watched.forEach((key, entry) -> gets.watch().release(key, entry.mark()));
    }
  }

  private @Nullable Object live(Object key) {
    if (!store.warmupHasNodes()) {
      return store.warmupTable().get(key);
    }
    Object node = store.warmupNode(key);
    return node == null || store.warmupExpired(node) ? null : ((WarmupNode) node).getValue();
  }

  private record Watched(WarmupWatch.Mark mark, @Nullable Object seen) {}

  /** For one write, whatever the cache's own expiry says. */
  private record FixedExpiry(long nanos) implements Expiry<Object, Object> {

    @Override
    public long expireAfterCreate(Object key, Object value, long currentTime) {
      return nanos;
    }

    @Override
    public long expireAfterUpdate(
        Object key, Object value, long currentTime, long currentDuration) {
      return nanos;
    }

    @Override
    public long expireAfterRead(Object key, Object value, long currentTime, long currentDuration) {
      return currentDuration;
    }
  }
}
