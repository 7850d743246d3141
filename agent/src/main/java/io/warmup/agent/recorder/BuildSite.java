package io.warmup.agent.recorder;

/** A place in the application's code where caches are built. Thread-safe. */
public interface BuildSite {

  /**
   * What people call a cache built there: {@code ProductRepo.products}, {@code
   * CacheConfig.productCache}, else {@code Class.method(line)}. Found out when first asked for.
   */
  String name();

  /** Finds the place that is building a cache on the calling thread. */
  interface Finder {

    /** The same place gives the same object. */
    BuildSite here();
  }
}
