package io.warmup.agent.instrument.answer;

import io.warmup.agent.instrument.ClassHook;
import java.util.List;
import java.util.Map;

/** The table of those caches: where their single gets end, and where the application writes. */
public final class CacheMethods {

  /** What a method does to the cache it is called on, with a key as its first argument. */
  enum Role {
    /** Looks a key up; null is a miss. */
    GET,
    /** Writes a key. */
    PUT,
    /** Removes a key. */
    REMOVE,
    /** Removes everything. */
    CLEAR
  }

  private CacheMethods() {}

  /** One hook a class. */
  public static List<ClassHook> all() {
    return List.of(
        // Spring 5.3 to 7. get(key), get(key, type) and retrieve(key) all end in lookup.
        new AnswerHook(
            "org.springframework.cache.concurrent.ConcurrentMapCache",
            Map.of(
                "lookup", Role.GET,
                "put", Role.PUT,
                "evict", Role.REMOVE,
                "evictIfPresent", Role.REMOVE,
                "clear", Role.CLEAR,
                "invalidate", Role.CLEAR)),
        // Spring Data Redis 2.7 to 4.
        new AnswerHook(
            "org.springframework.data.redis.cache.RedisCache",
            Map.of(
                "lookup", Role.GET,
                "put", Role.PUT,
                "evict", Role.REMOVE,
                "evictIfPresent", Role.REMOVE,
                "clear", Role.CLEAR)),
        // Quarkus 3.33, whose gets answer later and are told by their loaders.
        new AnswerHook(
            "io.quarkus.cache.redis.runtime.RedisCacheImpl",
            Map.of(
                "put", Role.PUT,
                "invalidate", Role.REMOVE,
                "invalidateAll", Role.CLEAR)));
  }
}
