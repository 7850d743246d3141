package io.warmup.agent.bridge;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What code inserted into caches calls whose answers tell hit from miss: where gets begin and end,
 * and where the cache loads by itself.
 */
public final class WarmupAnswers {

  private WarmupAnswers() {}

  /** A get whose answer will tell begins. */
  public static void asking() {
    WarmupLoaded.forget();
  }

  /**
   * A single get has ended, in a library whose answer tells: null is a miss, and so is what the
   * cache has loaded meanwhile.
   */
  public static void answered(Object store, Object key, @Nullable Object answer) {
    if (answer == null && WarmupFilling.some && key != null) {
      WarmupFilling.missed(store, key);
    }
    WarmupGets gets = WarmupSites.gets(store);
    if (gets == null) {
      return;
    }
    answered(store, gets, key, answer != null && !WarmupLoaded.took(key));
  }

  /** A get of several keys has ended: what the answer lacks is a miss, and what was loaded. */
  public static void answeredAll(Object store, Object keys, Object answer) {
    WarmupGets gets = WarmupSites.gets(store);
    if (gets == null) {
      return;
    }
    try {
      Set<?> loaded = WarmupLoaded.takeAll();
      for (Object key : (Iterable<?>) keys) {
        boolean there = ((Map<?, ?>) answer).get(key) != null;
        answered(store, gets, key, there && !loaded.contains(key));
      }
    } catch (RuntimeException e) {
      // The keys' own methods failed, as they will for the application.
    }
  }

  /**
   * A cache has called its loader for a key.
   *
   * @return what it got
   */
  public static @Nullable Object loaded(Object key, @Nullable Object value) {
    WarmupLoaded.add(key);
    return value;
  }

  /** The same for several keys, an iterable of them. */
  public static @Nullable Object loadedAll(Object keys, @Nullable Object values) {
    for (Object key : (Iterable<?>) keys) {
      WarmupLoaded.add(key);
    }
    return values;
  }

  static void answered(Object store, WarmupGets gets, Object key, boolean hit) {
    if (hit) {
      gets.hitKey(store, key);
    } else {
      gets.countMisses(1);
      gets.missed(key);
      WarmupSites.absent(store, gets, key);
    }
  }
}
