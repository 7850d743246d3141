package com.acme.relocated;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;

/** One cache of each library that is carried. */
public final class RelocatedCaches {

  private static final Cache<String, String> SESSIONS =
      Caffeine.newBuilder().maximumSize(100).build();

  private static final LoadingCache<String, String> TOKENS =
      CacheBuilder.newBuilder().build(CacheLoader.from(user -> "token of " + user));

  private RelocatedCaches() {}

  /** Three gets of each cache: a miss, and two hits. */
  public static void main(String[] arguments) {
    for (int visit = 0; visit < 3; visit++) {
      SESSIONS.get("ann", user -> "session of " + user);
      TOKENS.getUnchecked("ann");
    }
    System.out.println("served " + SESSIONS.asMap().keySet() + TOKENS.asMap().keySet());
  }
}
