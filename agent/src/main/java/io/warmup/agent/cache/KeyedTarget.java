package io.warmup.agent.cache;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cache that a framework keeps under keys of its own making: what a strategy names is turned into
 * what the application looks up.
 */
public final class KeyedTarget extends ForwardingTarget {

  private final UnaryOperator<Object> keys;

  /**
   * @param target knows the framework's keys alone
   * @param keys a strategy's key → the framework's; one that needs no change comes back as it is
   */
  public KeyedTarget(CacheTarget target, UnaryOperator<Object> keys) {
    super(target);
    this.keys = keys;
  }

  /** A strategy's key → the framework's. */
  public UnaryOperator<Object> keys() {
    return keys;
  }

  @Override
  public boolean contains(Object key) {
    return target().contains(keys.apply(key));
  }

  @Override
  public @Nullable Trial trial() {
    Trial trial = target().trial();
    return trial == null ? null : (key, arm) -> trial.admit(keys.apply(key), arm);
  }

  @Override
  public @Nullable ValueLoader ownLoader() {
    ValueLoader own = target().ownLoader();
    return own == null ? null : new OwnLoader(own, keys);
  }

  @Override
  public Fence fence(List<?> named) {
    Fence fence = target().fence(named.stream().map(key -> keys.apply(key)).toList());
    return new Fence() {
      @Override
      public PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
        return fence.put(keys.apply(key), value, ttl);
      }

      @Override
      public void close() {
        fence.close();
      }
    };
  }

  /** Answers by the strategy's keys. */
  private record OwnLoader(ValueLoader loader, UnaryOperator<Object> keys) implements ValueLoader {

    @Override
    public boolean bulk() {
      return loader.bulk();
    }

    @Override
    public @Nullable Object load(Object key) throws Exception {
      return loader.load(keys.apply(key));
    }

    @Override
    public Map<?, ?> loadAll(List<?> named) throws Exception {
      Map<?, ?> answers = loader.loadAll(named.stream().map(key -> keys.apply(key)).toList());
      Map<Object, Object> byName = new HashMap<>(named.size() * 2);
      named.forEach(key -> byName.put(key, answers.get(keys.apply(key))));
      return byName;
    }
  }
}
