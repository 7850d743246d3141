package io.warmup.agent.recorder;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caches that one place in the code has built: told apart by what each was built for if that
 * differs, else numbered in order of creation. Thread-safe.
 */
final class Place {

  /** Of further arguments none becomes a name: they may be of caches that come and go for ever. */
  private static final int MOST_ARGUMENTS = 256;

  private final BuildSite site;
  private final Map<String, Integer> builtFor = new HashMap<>();
  private int built;
  private volatile boolean differing;

  Place(BuildSite site) {
    this.site = site;
  }

  BuildSite site() {
    return site;
  }

  /** Has it built more than one. */
  synchronized boolean hasSeveral() {
    return built > 1;
  }

  /**
   * The name of the next one.
   *
   * @param argument what it is built for; null: not known
   */
  synchronized CacheName next(@Nullable String argument) {
    built++;
    if (argument == null
        || (builtFor.size() == MOST_ARGUMENTS && !builtFor.containsKey(argument))) {
      return new CacheName(this, built, argument, 0);
    }
    int again = builtFor.merge(argument, 1, Integer::sum);
    differing = builtFor.size() > 1;
    return new CacheName(this, built, argument, again);
  }

  /** Whether arguments tell its caches apart. */
  boolean isDiffering() {
    return differing;
  }
}
