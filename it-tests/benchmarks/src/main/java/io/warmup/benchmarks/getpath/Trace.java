package io.warmup.benchmarks.getpath;

import java.util.Random;

/** A thread's way through the keys. */
public final class Trace {

  /**
   * Until it begins again. Shorter ones are learnt by heart by the processor, which then foresees
   * each miss: no application asks for its keys in the same order over and over.
   */
  private static final int LENGTH = 1 << 16;

  private static final double SKEW = 0.99;

  private Trace() {}

  /**
   * Keys that are there are asked for by their popularity, the others evenly. As many objects as
   * keys, equal to those in the cache and not the same.
   *
   * @param entries in the cache: 0, 1, …
   * @param hits per cent
   * @return a power of two of them
   */
  public static Long[] of(int entries, int hits, int seed) {
    Long[] pool = new Long[2 * entries];
    for (int i = 0; i < pool.length; i++) {
      pool[i] = (long) i;
    }
    Long[] keys = new Long[LENGTH];
    Random random = new Random(seed);
    Zipf zipf = new Zipf(entries, SKEW);
    for (int i = 0; i < keys.length; i++) {
      boolean hit = random.nextInt(100) < hits;
      keys[i] = hit ? pool[zipf.draw(random)] : pool[entries + random.nextInt(entries)];
    }
    return keys;
  }
}
