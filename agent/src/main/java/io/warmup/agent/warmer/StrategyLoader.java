package io.warmup.agent.warmer;

import io.warmup.agent.cache.ValueLoader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A strategy's own loads, for a cache that has them watched. */
record StrategyLoader<K, V>(ManagedStrategy<K, V> strategy) implements ValueLoader {

  @Override
  public boolean bulk() {
    return strategy.bulk;
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object load(Object key) throws Exception {
    return strategy.strategy.loadData((K) key);
  }

  /** What it returns says nothing where the application keeps what it is asked for. */
  @Override
  @SuppressWarnings("unchecked")
  public Map<?, ?> loadAll(List<?> keys) throws Exception {
    Map<K, @Nullable V> values = strategy.strategy.loadBatch((List<K>) keys);
    return values == null ? Map.of() : values;
  }
}
