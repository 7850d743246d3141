package io.warmup.agent.integration.guava;

import com.google.common.cache.CacheLoader;
import io.warmup.agent.cache.ValueLoader;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loader of a loading cache, read from {@code LocalManualCache.localCache} and {@code
 * LocalCache.defaultLoader} (31 to 33): Guava does not show it.
 */
final class OwnLoader implements ValueLoader {

  private final CacheLoader<Object, Object> loader;
  private final boolean bulk;

  private OwnLoader(CacheLoader<Object, Object> loader) {
    this.loader = loader;
    this.bulk = overridesLoadAll(loader);
  }

  /** Null if the cache is a manual one, or does not let its loader be read. */
  @SuppressWarnings("unchecked")
  static @Nullable ValueLoader of(Object cache) {
    Object store = read(cache, "localCache");
    Object loader = store == null ? null : read(store, "defaultLoader");
    return loader instanceof CacheLoader<?, ?> found
        ? new OwnLoader((CacheLoader<Object, Object>) found)
        : null;
  }

  @Override
  public boolean bulk() {
    return bulk;
  }

  @Override
  public @Nullable Object load(Object key) throws Exception {
    return loader.load(key);
  }

  @Override
  public Map<?, ?> loadAll(List<?> keys) throws Exception {
    try {
      return loader.loadAll(List.<Object>copyOf(keys));
    } catch (CacheLoader.UnsupportedLoadingOperationException e) {
      // It overrides the method to pass it on to one that does not, as asyncReloading does.
      Map<Object, Object> values = new HashMap<>(keys.size() * 2);
      for (Object key : keys) {
        values.put(key, loader.load(key));
      }
      return values;
    }
  }

  private static boolean overridesLoadAll(CacheLoader<?, ?> loader) {
    try {
      return loader.getClass().getMethod("loadAll", Iterable.class).getDeclaringClass()
          != CacheLoader.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  private static @Nullable Object read(Object owner, String name) {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
      } catch (ReflectiveOperationException | RuntimeException e) {
        // It is a superclass's.
      }
    }
    return null;
  }
}
