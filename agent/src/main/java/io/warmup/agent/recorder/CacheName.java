package io.warmup.agent.recorder;

import org.jspecify.annotations.Nullable;

/**
 * What a cache is called after the place that has built it: {@code ProductRepo.products}, the third
 * one {@code ProductRepo.products#3}; {@code CacheFactory.create(prices)} once the place has built
 * another for something else than prices.
 *
 * @param ordinal counted from 1 among the caches of the place
 * @param argument what it was built for; null: not known
 * @param again counted from 1 among those built for the same; 0: the argument is no name
 */
record CacheName(Place place, int ordinal, @Nullable String argument, int again) {

  /** Its own. */
  String text() {
    int number = isTold() ? again : ordinal;
    return number == 1 ? group() : group() + "#" + number;
  }

  /** The one it shares with those that are built again and again. */
  String group() {
    return argument != null && isTold() ? place.site().named(argument) : place.site().name();
  }

  /**
   * Whether somebody may mean it by a name.
   *
   * @param name also one that it had while it was the only one of its place, or by its number alone
   */
  boolean answersTo(String name) {
    String place = place().site().name();
    return name.equals(text())
        || name.equals(group())
        || name.equals(place)
        || name.equals(place + "#" + ordinal);
  }

  /** This, as it is from now on, whatever else its place builds: counters go by it. */
  CacheName settled() {
    return isTold() ? this : new CacheName(place, ordinal, argument, 0);
  }

  private boolean isTold() {
    return again > 0 && place.isDiffering();
  }
}
