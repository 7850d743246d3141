package io.warmup.agent.bridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a read-through cache has loaded on the calling thread since its latest get began:
 * the get is answered, and was a miss all the same. Costs nothing until a cache first loads so.
 *
 * <p>A loader that itself gets from such a cache while several keys are loaded one by one makes
 * those before it count as hits.
 */
final class WarmupLoaded {

  /** What is loaded outside of gets is noted too, and forgotten with the next get. */
  private static final int MOST = 10_000;

  private static final ThreadLocal<List<Object>> KEYS = new ThreadLocal<>();

  /** Plain on purpose: the thread that sets it is the one that has to see it. */
  private static boolean some;

  private WarmupLoaded() {}

  static void add(@Nullable Object key) {
    some = true;
    List<Object> keys = KEYS.get();
    if (keys == null) {
      keys = new ArrayList<>(1);
      KEYS.set(keys);
    }
    if (key != null && keys.size() < MOST) {
      keys.add(key);
    }
  }

  static void forget() {
    List<Object> keys = some ? KEYS.get() : null;
    if (keys != null) {
      keys.clear();
    }
  }

  /** Whether the one key has been loaded; forgets it. */
  static boolean took(Object key) {
    List<Object> keys = some ? KEYS.get() : null;
    if (keys == null || keys.isEmpty()) {
      return false;
    }
    boolean loaded = keys.contains(key);
    keys.clear();
    return loaded;
  }

  /** Those that have been loaded; forgets them. */
  static Set<Object> takeAll() {
    List<Object> keys = some ? KEYS.get() : null;
    if (keys == null || keys.isEmpty()) {
      return Set.of();
    }
    Set<Object> loaded = new HashSet<>(keys);
    keys.clear();
    return loaded;
  }
}
