package io.warmup.benchmarks.getpath.copies;

/** One copy of the cache library with a cache in it. The copies' own classes implement it. */
public interface Gets {

  /**
   * Looks up keys one after the other, for {@code count} times, from the beginning again after the
   * last. Several threads at once.
   *
   * @param keys a power of two of them
   * @return something that depends on what was found
   */
  long run(Long[] keys, int count);

  /** The cache's own store. */
  Object store();
}
