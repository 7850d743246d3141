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

    /** Equal for the same place. */
    BuildSite here();

    /** The place that is using a cache on the calling thread, named after where it has it from. */
    BuildSite using();
  }
}
