package io.warmup.agent.strategy;

import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Scope;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.KeysOnlyStrategy;
import io.warmup.api.WarmupContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A strategy whose calls run inside the framework's units of work: one for each load or batch, one
 * for the whole life of a stream of keys, since a cursor needs its session.
 */
class ScopedStrategy<K, V> implements CacheWarmupStrategy<K, V> {

  private final CacheWarmupStrategy<K, V> strategy;
  private final Application application;

  private ScopedStrategy(CacheWarmupStrategy<K, V> strategy, Application application) {
    this.strategy = strategy;
    this.application = application;
  }

  /** Has a bulk query of its own exactly if the strategy has one: that decides how it is loaded. */
  static <K, V> CacheWarmupStrategy<K, V> of(
      CacheWarmupStrategy<K, V> strategy, Application application) {
    if (strategy instanceof KeysOnlyStrategy<K, V>) {
      return new KeysOnly<>(strategy, application);
    }
    return hasBulkQuery(strategy)
        ? new Bulk<>(strategy, application)
        : new ScopedStrategy<>(strategy, application);
  }

  private static boolean hasBulkQuery(CacheWarmupStrategy<?, ?> strategy) {
    try {
      return strategy.getClass().getMethod("loadBatch", List.class).getDeclaringClass()
          != CacheWarmupStrategy.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return true;
    }
  }

  @Override
  public void initialize(WarmupContext context) throws Exception {
    scoped(
        () -> {
          strategy.initialize(context);
          return true;
        });
  }

  @Override
  public Stream<K> getKeysToWarmup() throws Exception {
    Scope scope = application.newScope();
    try {
      Stream<K> keys = scope.call(strategy::getKeysToWarmup);
      return StreamSupport.stream(new ScopedSpliterator<>(keys.spliterator(), scope), false)
          .onClose(scope::close)
          .onClose(keys::close);
    } catch (Throwable e) {
      scope.close();
      throw e;
    }
  }

  @Override
  public @Nullable V loadData(K key) throws Exception {
    return scoped(() -> strategy.loadData(key));
  }

  @Override
  public int getPriority() {
    return strategy.getPriority();
  }

  @Override
  public String getName() {
    return strategy.getName();
  }

  @Override
  public @Nullable String getCacheName() {
    return strategy.getCacheName();
  }

  @Override
  public @Nullable Duration getTtl() {
    return strategy.getTtl();
  }

  <T extends @Nullable Object> T scoped(Callable<T> work) throws Exception {
    try (Scope scope = application.newScope()) {
      return scope.call(work);
    }
  }

  /** Stays one whose values the cache's own loader brings. */
  private static final class KeysOnly<K, V> extends ScopedStrategy<K, V>
      implements KeysOnlyStrategy<K, V> {

    private KeysOnly(CacheWarmupStrategy<K, V> strategy, Application application) {
      super(strategy, application);
    }

    @Override
    public @Nullable V loadData(K key) {
      return KeysOnlyStrategy.super.loadData(key);
    }
  }

  private static final class Bulk<K, V> extends ScopedStrategy<K, V> {

    private final CacheWarmupStrategy<K, V> strategy;

    private Bulk(CacheWarmupStrategy<K, V> strategy, Application application) {
      super(strategy, application);
      this.strategy = strategy;
    }

    @Override
    public Map<K, @Nullable V> loadBatch(List<K> keys) throws Exception {
      return scoped(() -> strategy.loadBatch(keys));
    }
  }
}
