package io.warmup.agent.integration.jcache;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.integration.ClassPath;
import java.util.ArrayList;
import java.util.List;
import javax.cache.CacheException;
import javax.cache.CacheManager;

/**
 * The managers of a library's own that its JCache managers stand on: their caches are JCache's, and
 * are listed and counted there.
 */
public final class BelowJCache {

  private BelowJCache() {}

  /**
   * The application's managers of that type that it has made itself, oldest first.
   *
   * @param type as the library's own interface has it
   */
  public static <T> List<T> own(CacheHolders holders, Class<T> type) {
    List<T> managers = new ArrayList<>(holders.of(type));
    if (!managers.isEmpty() && ClassPath.has("javax/cache/CacheManager.class")) {
      Managers.remove(holders, type, managers);
    }
    return managers;
  }

  /** Linked where there is a JCache alone. */
  private static final class Managers {

    static <T> void remove(CacheHolders holders, Class<T> type, List<T> managers) {
      for (CacheManager manager : holders.of(CacheManager.class)) {
        try {
          T below = manager.unwrap(type);
          managers.removeIf(each -> each == below);
        } catch (IllegalArgumentException | IllegalStateException | CacheException e) {
          // It stands on something else, or is closed.
        }
      }
    }
  }
}
