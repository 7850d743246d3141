package io.warmup.agent.integration.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.CacheLoader;
import io.warmup.agent.cache.ValueLoader;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The loader of a loading cache. Caffeine does not show it, so it is read from {@code
 * Bounded/UnboundedLocalLoadingCache.cacheLoader()} and from {@code LocalAsyncLoadingCache}, whose
 * field is {@code loader} in 2.9 and {@code cacheLoader} in 3.x. The bulk methods take an {@code
 * Iterable} in 2.9 and a {@code Set} in 3.x, hence reflection for them.
 */
final class OwnLoader implements ValueLoader {

  private static final Executor HERE = Runnable::run;

  private final AsyncCacheLoader<Object, Object> loader;
  private final @Nullable Method bulk;

  private OwnLoader(AsyncCacheLoader<Object, Object> loader) {
    this.loader = loader;
    this.bulk = overridden(loader);
  }

  /** Null if the cache is a manual one, or does not let its loader be read. */
  @SuppressWarnings("unchecked")
  static @Nullable ValueLoader of(Object cache) {
    Object loader = read(cache);
    return loader instanceof AsyncCacheLoader<?, ?> found
        ? new OwnLoader((AsyncCacheLoader<Object, Object>) found)
        : null;
  }

  @Override
  public boolean bulk() {
    return bulk != null;
  }

  @Override
  public @Nullable Object load(Object key) throws Exception {
    return loader instanceof CacheLoader<Object, Object> here
        ? here.load(key)
        : answerOf(loader.asyncLoad(key, HERE));
  }

  @Override
  public Map<?, ?> loadAll(List<?> keys) throws Exception {
    Set<Object> asked = new LinkedHashSet<>(keys);
    try {
      Object answer =
          bulk.getParameterCount() == 1
              ? bulk.invoke(loader, asked)
              : answerOf((CompletableFuture<?>) bulk.invoke(loader, asked, HERE));
      if (answer == null) {
        throw new NullPointerException("the cache's own loader returned null for all keys");
      }
      return (Map<?, ?>) answer;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }

  /** What the application's code threw, not what carried it here. */
  private static <T> T answerOf(CompletableFuture<T> answer) throws Exception {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }

  /** As Caffeine itself tells: a bulk method counts if the loader's class overrides it. */
  private static @Nullable Method overridden(Object loader) {
    for (String name : List.of("loadAll", "asyncLoadAll")) {
      for (Method method : loader.getClass().getMethods()) {
        if (method.getName().equals(name)
            && !method.isBridge()
            && method.getDeclaringClass() != CacheLoader.class
            && method.getDeclaringClass() != AsyncCacheLoader.class
            && method.getParameterTypes()[0].isAssignableFrom(Set.class)) {
          method.setAccessible(true);
          return method;
        }
      }
    }
    return null;
  }

  private static @Nullable Object read(Object cache) {
    for (Class<?> type = cache.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Method getter = type.getDeclaredMethod("cacheLoader");
        getter.setAccessible(true);
        return getter.invoke(cache);
      } catch (ReflectiveOperationException | RuntimeException e) {
        // An asynchronous cache keeps it in a field.
      }
      for (String name : List.of("cacheLoader", "loader")) {
        try {
          Field field = type.getDeclaredField(name);
          field.setAccessible(true);
          return field.get(cache);
        } catch (ReflectiveOperationException | RuntimeException e) {
          // It is another version's, a superclass's, or there is none.
        }
      }
    }
    return null;
  }
}
