package io.warmup.agent.integration.trace;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Does at random what applications do to caches, and knows what that should be counted as. */
public final class RandomTrace {

  private static final int STEPS = 4_000;
  private static final int KEYS = 60;

  private final Random random = new Random(11);
  private final Map<Integer, String> model = new HashMap<>();
  private final Function<Integer, String> loader;
  private long hits;
  private long misses;
  private long contained;
  private long lookedAt;

  private RandomTrace(Function<Integer, String> loader) {
    this.loader = loader;
  }

  /** On a cache that is empty and as large as need be. */
  public static RandomTrace on(CacheUnderTest cache) {
    return on(cache, key -> null);
  }

  /**
   * The same on one that reads through.
   *
   * @param loader what its own does
   */
  public static RandomTrace on(CacheUnderTest cache, Function<Integer, String> loader) {
    RandomTrace trace = new RandomTrace(loader);
    for (int i = 0; i < STEPS; i++) {
      trace.step(cache);
    }
    return trace;
  }

  /** Gets that found their key. */
  public long hits() {
    return hits;
  }

  /** Gets that did not, whether the cache has loaded it then or not. */
  public long misses() {
    return misses;
  }

  /** How often it was asked whether a key is there, and it was. */
  public long contained() {
    return contained;
  }

  /** The same for a key that was not there. */
  public long notContained() {
    return lookedAt - contained;
  }

  private void step(CacheUnderTest cache) {
    Integer key = random.nextInt(KEYS);
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        cache.put(key, "put " + key);
        model.put(key, "put " + key);
      }
      case 2 -> {
        cache.remove(key);
        model.remove(key);
      }
      case 3 -> {
        cache.containsKey(key);
        lookedAt++;
        contained += model.containsKey(key) ? 1 : 0;
      }
      case 4 -> {
        Set<Integer> keys = new LinkedHashSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
          keys.add(random.nextInt(KEYS));
        }
        keys.forEach(this::asked);
        cache.getAll(keys);
      }
      default -> {
        asked(key);
        cache.get(key);
      }
    }
  }

  private void asked(Integer key) {
    if (model.containsKey(key)) {
      hits++;
    } else {
      misses++;
      String loaded = loader.apply(key);
      if (loaded != null) {
        model.put(key, loaded);
      }
    }
  }
}
