package io.warmup.agent.integration.jcache;

import io.warmup.agent.cache.ValueLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;

/**
 * The loader of a JCache, made by the factory that the application has configured the cache with:
 * providers keep theirs to themselves.
 */
final class OwnLoader implements ValueLoader {

  private final CacheLoader<Object, Object> loader;

  private OwnLoader(CacheLoader<Object, Object> loader) {
    this.loader = loader;
  }

  /** Null if the cache has none. */
  @SuppressWarnings("unchecked")
  static @Nullable ValueLoader of(CompleteConfiguration<?, ?> configuration) {
    Factory<? extends CacheLoader<?, ?>> factory = configuration.getCacheLoaderFactory();
    return factory == null ? null : new OwnLoader((CacheLoader<Object, Object>) factory.create());
  }

  /** Every JCache loader has a method for it. */
  @Override
  public boolean bulk() {
    return true;
  }

  @Override
  public @Nullable Object load(Object key) {
    return loader.load(key);
  }

  @Override
  public Map<?, ?> loadAll(List<?> keys) {
    try {
      Map<?, ?> values = loader.loadAll(keys);
      if (values != null) {
        return values;
      }
    } catch (UnsupportedOperationException e) {
      // Loaders that no getAll ever reaches are often written for one key alone.
    }
    Map<Object, Object> values = new HashMap<>();
    for (Object key : keys) {
      Object value = loader.load(key);
      if (value != null) {
        values.put(key, value);
      }
    }
    return values;
  }
}
