package io.warmup.benchmarks.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.spi.CachingProvider;

/** Others that do the same job: keys 0..keys-1 from a source into a cache. */
final class Peers {

  private Peers() {}

  /** One thread, no loading: the most that a cache takes. */
  static void bareLoop(int keys, Cache<Object, Object> cache) {
    for (int key = 0; key < keys; key++) {
      Integer boxed = key;
      cache.put(boxed, boxed);
    }
  }

  static void parallelStream(int keys, UnaryOperator<Integer> source, Cache<Object, Object> cache) {
    IntStream.range(0, keys).boxed().parallel().forEach(key -> cache.put(key, source.apply(key)));
  }

  /** One task a key. */
  static void executor(
      int keys, int threads, UnaryOperator<Integer> source, Cache<Object, Object> cache)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> tasks = new ArrayList<>(keys);
      for (int key = 0; key < keys; key++) {
        Integer boxed = key;
        tasks.add(pool.submit(() -> cache.put(boxed, source.apply(boxed))));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Threads that call the source and hand on what it says: the most that the machine takes. */
  static void bareThreads(
      int keys, int threads, UnaryOperator<Integer> source, Consumer<Integer> sink)
      throws InterruptedException {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int from = (int) ((long) keys * i / threads);
      int to = (int) ((long) keys * (i + 1) / threads);
      Thread thread =
          new Thread(
              () -> {
                for (int key = from; key < to; key++) {
                  sink.accept(source.apply(key));
                }
              });
      all.add(thread);
      thread.start();
    }
    for (Thread thread : all) {
      thread.join();
    }
  }

  static void getAll(
      int keys, UnaryOperator<Integer> source, Supplier<Caffeine<Object, Object>> caches) {
    LoadingCache<Integer, Integer> cache = caches.get().build(source::apply);
    cache.getAll(() -> IntStream.range(0, keys).boxed().iterator());
  }

  /** Ehcache, on its heap, values by reference. */
  static void loadAll(int keys, UnaryOperator<Integer> source)
      throws InterruptedException, ExecutionException {
    try (CachingProvider provider =
            Caching.getCachingProvider("org.ehcache.jsr107.EhcacheCachingProvider");
        CacheManager manager = provider.getCacheManager()) {
      javax.cache.Cache<Integer, Integer> cache =
          manager.createCache(
              "benchmark",
              new MutableConfiguration<Integer, Integer>()
                  .setTypes(Integer.class, Integer.class)
                  .setStoreByValue(false)
                  .setReadThrough(true)
                  .setCacheLoaderFactory(
                      new FactoryBuilder.SingletonFactory<>(new SourceLoader(source))));
      Set<Integer> all = new HashSet<>(keys * 2);
      for (int key = 0; key < keys; key++) {
        all.add(key);
      }
      CompletionListenerFuture done = new CompletionListenerFuture();
      cache.loadAll(all, true, done);
      done.get();
    }
  }

  private record SourceLoader(UnaryOperator<Integer> source)
      implements CacheLoader<Integer, Integer> {

    @Override
    public Integer load(Integer key) {
      return source.apply(key);
    }

    @Override
    public Map<Integer, Integer> loadAll(Iterable<? extends Integer> keys) {
      Map<Integer, Integer> loaded = new HashMap<>();
      keys.forEach(key -> loaded.put(key, source.apply(key)));
      return loaded;
    }
  }
}
