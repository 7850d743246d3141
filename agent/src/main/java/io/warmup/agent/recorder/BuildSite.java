package io.warmup.agent.recorder;

import org.jspecify.annotations.Nullable;

/** A place in the application's code where caches are built. Thread-safe. */
public interface BuildSite {

  /**
   * What people call a cache built there: {@code ProductRepo.products}, {@code
   * CacheConfig.productCache}, else {@code Class.method(line)}. Found out when first asked for.
   */
  String name();

  /**
   * What people call one of several caches built there.
   *
   * @param argument what it was built for
   */
  default String named(String argument) {
    return name() + "(" + argument + ")";
  }

  /** The field that what is made there ends in; null if it ends in none. */
  default @Nullable String field() {
    return null;
  }

  /** Finds the place that is building a cache on the calling thread. */
  interface Finder {

    /**
     * Its site is equal for the same place.
     *
     * @return null if another cache library builds it, for a cache of its own that is known by
     *     itself: a get is counted once
     */
    @Nullable Builder here();

    /** The place that is using a cache on the calling thread, named after where it has it from. */
    BuildSite using();
  }

  /**
   * Who builds a cache.
   *
   * @param site one for all copies of a class
   * @param loader whose copy of the class builds it; null: the bootstrap loader's, or not known
   * @param owner where the object is made whose constructor builds it; null: no constructor does
   * @param argument what it is built for, as an argument of a call on the way says; null: none does
   */
  record Builder(
      BuildSite site,
      @Nullable ClassLoader loader,
      @Nullable BuildSite owner,
      @Nullable String argument) {

    /** By no constructor, and for nothing that is known. */
    public Builder(BuildSite site, @Nullable ClassLoader loader) {
      this(site, loader, null, null);
    }
  }
}
