package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupGets;
import io.warmup.agent.bridge.WarmupStore;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A cache the application has built, known without its library's types: there may be several copies
 * of the library in one process. Holds neither the cache nor its store. Thread-safe.
 */
public final class RecordedCache {

  private final int number;
  private final String name;
  private final WeakReference<Object> cache;
  private final StoreReference store;
  private final WarmupGets gets;

  RecordedCache(
      int number, String name, Object cache, Object store, ReferenceQueue<Object> collected) {
    this.number = number;
    this.name = name;
    this.cache = new WeakReference<>(cache);
    this.store = new StoreReference(store, this, collected);
    this.gets = new WarmupGets(null);
  }

  /** Its name, unlike any other's. */
  public String name() {
    return name;
  }

  /** The cache as the application has it; null once that has let go of it. */
  public @Nullable Object cache() {
    return cache.get();
  }

  /**
   * Its store; null once it is collected, or where its class could not be instrumented as it
   * loaded.
   */
  public @Nullable WarmupStore store() {
    return store.get() instanceof WarmupStore instrumented ? instrumented : null;
  }

  /** What is known of its get path; recording begins with the first call. */
  public WarmupGets record() {
    WarmupStore instrumented = store();
    if (instrumented != null && instrumented.warmupGets() == null) {
      instrumented.warmupGets(gets);
    }
    return gets;
  }

  /** In order of creation. */
  int number() {
    return number;
  }

  WarmupGets gets() {
    return gets;
  }

  void stop() {
    WarmupStore instrumented = store();
    if (instrumented != null) {
      instrumented.warmupGets(null);
    }
  }

  /** Leads from a collected store back to its record. */
  static final class StoreReference extends WeakReference<Object> {
    final RecordedCache owner;

    StoreReference(Object store, RecordedCache owner, ReferenceQueue<Object> collected) {
      super(store, collected);
      this.owner = owner;
    }
  }
}
