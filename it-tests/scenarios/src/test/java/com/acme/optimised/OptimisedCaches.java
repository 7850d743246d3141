package com.acme.optimised;

import com.linecorp.armeria.internal.shaded.caffeine.cache.Cache;
import com.linecorp.armeria.internal.shaded.caffeine.cache.Caffeine;
import com.linecorp.armeria.internal.shaded.guava.cache.CacheBuilder;
import java.util.concurrent.ExecutionException;

/** Caches of the libraries that Armeria carries, optimised by ProGuard. */
public final class OptimisedCaches {

  private static final Cache<String, String> SESSIONS =
      Caffeine.newBuilder().maximumSize(100).build();

  private static final com.linecorp.armeria.internal.shaded.guava.cache.Cache<String, String>
      TOKENS = CacheBuilder.newBuilder().build();

  private OptimisedCaches() {}

  /** Three gets of each cache. */
  public static void main(String[] arguments) throws ExecutionException {
    for (int visit = 0; visit < 3; visit++) {
      SESSIONS.get("ann", user -> "session of " + user);
      TOKENS.get("ann", () -> "token of ann");
    }
    System.out.println("served " + SESSIONS.getIfPresent("ann") + TOKENS.getIfPresent("ann"));
  }
}
