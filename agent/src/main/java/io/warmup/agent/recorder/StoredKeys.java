package io.warmup.agent.recorder;

import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a store whose entries cannot carry the recorder's byte: what has become of a warmed key
 * nobody has read. Asked off the get path, when what was seen is summed up. Holds no store.
 */
public interface StoredKeys {

  /** A store that cannot be looked at without counting as a get, or not at that price. */
  StoredKeys UNKNOWN = (store, key) -> Standing.THERE;

  /**
   * A store that is a map whose {@code containsKey} neither loads nor counts, as Caffeine's do. It
   * does not tell what was evicted from what has expired.
   */
  StoredKeys OF_MAP =
      (store, key) -> ((Map<?, ?>) store).containsKey(key) ? Standing.THERE : Standing.GONE;

  /**
   * A store that only tells whether it holds a key; null: not even that. Like {@link #OF_MAP}, it
   * does not tell what was evicted from what has expired.
   */
  static StoredKeys asked(@Nullable BiPredicate<Object, Object> holds) {
    return holds == null
        ? UNKNOWN
        : (store, key) -> holds.test(store, key) ? Standing.THERE : Standing.GONE;
  }

  /** What stands under a key. */
  enum Standing {
    /** A live entry, as far as anybody knows. */
    THERE,
    /** An entry past its time. */
    EXPIRED,
    /** None; the store let it go, since a write of the application would have been seen. */
    GONE
  }

  /** Never loads, never counts as a get; may throw, which means {@link Standing#THERE}. */
  Standing of(Object store, Object key);
}
