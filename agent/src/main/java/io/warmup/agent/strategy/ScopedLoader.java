package io.warmup.agent.strategy;

import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A cache's own loader, called inside the framework's units of work as a strategy is. */
public final class ScopedLoader implements ValueLoader {

  private final ValueLoader loader;
  private final Application application;

  private ScopedLoader(ValueLoader loader, Application application) {
    this.loader = loader;
    this.application = application;
  }

  /** Wrapped only where the framework asks for it. */
  public static ValueLoader of(ValueLoader loader, Application application) {
    return application.newScope() == Scope.NONE ? loader : new ScopedLoader(loader, application);
  }

  @Override
  public boolean bulk() {
    return loader.bulk();
  }

  @Override
  public @Nullable Object load(Object key) throws Exception {
    return scoped(() -> loader.load(key));
  }

  @Override
  public Map<?, ?> loadAll(List<?> keys) throws Exception {
    return this.<Map<?, ?>>scoped(() -> loader.loadAll(keys));
  }

  private <T extends @Nullable Object> T scoped(Callable<T> work) throws Exception {
    try (Scope scope = application.newScope()) {
      return scope.call(work);
    }
  }
}
