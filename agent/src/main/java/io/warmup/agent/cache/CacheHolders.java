package io.warmup.agent.cache;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects through which an application reaches caches that are built by no builder: its Redis
 * clients, its cache managers. They are noticed as they are made, held weakly, and told apart by
 * their types, which each application's adapters know. Thread-safe.
 */
public final class CacheHolders {

  private final List<WeakReference<Object>> holders = new ArrayList<>();

  /**
   * The application has made one; noticing it again, as constructors that call one another do,
   * changes nothing.
   */
  public synchronized void made(Object holder) {
    holders.removeIf(known -> known.get() == null);
    if (holders.stream().noneMatch(known -> known.get() == holder)) {
      holders.add(new WeakReference<>(holder));
    }
  }

  /** Whether the application has made none so far. */
  public synchronized boolean isEmpty() {
    return holders.isEmpty();
  }

  /** Those alive of one type, oldest first. */
  public synchronized <T> List<T> of(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (WeakReference<Object> known : holders) {
      Object holder = known.get();
      if (type.isInstance(holder)) {
        found.add(type.cast(holder));
      }
    }
    return found;
  }
}
