package io.warmup.agent.instrument.answer;

import static io.warmup.agent.instrument.answer.Role.CLEAR;
import static io.warmup.agent.instrument.answer.Role.GET;
import static io.warmup.agent.instrument.answer.Role.GET_ALL;
import static io.warmup.agent.instrument.answer.Role.PUT;
import static io.warmup.agent.instrument.answer.Role.REMOVE;
import static io.warmup.agent.instrument.answer.Role.WRITE_ALL;

import io.warmup.agent.instrument.ClassHook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of those caches: where their gets end, and where the application writes. {@code
 * putIfAbsent} is no write here: it replaces nothing, and the warm-up itself calls it.
 */
public final class CacheMethods {

  private static final String SET = "(Ljava/util/Set;)";

  /**
   * The methods of {@code javax.cache.Cache}, by which every provider's class is hooked. Not {@code
   * invoke}: it cannot be told whether the processor reads (as Spring's {@code get(key, loader)}
   * does) or writes.
   */
  private static final Map<String, Role> JCACHE =
      Map.ofEntries(
          Map.entry("get", GET),
          Map.entry("getAll", GET_ALL),
          Map.entry("put", PUT),
          Map.entry("getAndPut", PUT),
          Map.entry("putAll", WRITE_ALL),
          Map.entry("remove", REMOVE),
          Map.entry("getAndRemove", REMOVE),
          Map.entry("replace", PUT),
          Map.entry("getAndReplace", PUT),
          Map.entry("removeAll" + SET, WRITE_ALL),
          Map.entry("removeAll()", CLEAR),
          Map.entry("clear()", CLEAR));

  private CacheMethods() {}

  /** Of JCache's providers and of native caches; one hook a class. */
  public static List<ClassHook> providers() {
    List<ClassHook> hooks = new ArrayList<>(jcache());
    hooks.addAll(natives());
    return hooks;
  }

  /** Of Spring's own cache and the one it keeps in Redis. */
  public static List<ClassHook> spring() {
    return List.of(
        // Spring 5.3 to 7. get(key), get(key, type) and retrieve(key) all end in lookup.
        new AnswerHook(
            "org.springframework.cache.concurrent.ConcurrentMapCache",
            Map.of(
                "lookup", GET,
                "put", PUT,
                "evict", REMOVE,
                "evictIfPresent", REMOVE,
                "clear", CLEAR,
                "invalidate", CLEAR)),
        // Spring Data Redis 2.7 to 4.
        new AnswerHook(
            "org.springframework.data.redis.cache.RedisCache",
            Map.of(
                "lookup", GET,
                "put", PUT,
                "evict", REMOVE,
                "evictIfPresent", REMOVE,
                "clear", CLEAR)));
  }

  /** Quarkus 3.33, whose gets answer later and are told by their loaders. */
  public static ClassHook quarkusRedis() {
    return new AnswerHook(
        "io.quarkus.cache.redis.runtime.RedisCacheImpl",
        Map.of("put", PUT, "invalidate", REMOVE, "invalidateAll", CLEAR));
  }

  private static List<ClassHook> jcache() {
    String expiring = ";Ljavax/cache/expiry/ExpiryPolicy;)";
    Map<String, Role> hazelcast = new HashMap<>(JCACHE);
    // Those without an expiry policy call those with one.
    hazelcast.remove("get");
    hazelcast.remove("getAll");
    hazelcast.put("get(Ljava/lang/Object" + expiring, GET);
    hazelcast.put("getAll(Ljava/util/Set" + expiring, GET_ALL);
    String loader = "javax/cache/integration/CacheLoader";
    return List.of(
        // Ehcache 3.10 to 3.12.
        new AnswerHook("org.ehcache.jsr107.Eh107Cache", JCACHE),
        // Caffeine's, 2.9 to 3.2. The one that loads inherits its writes.
        new AnswerHook("com.github.benmanes.caffeine.jcache.CacheProxy", JCACHE),
        new AnswerHook(
            "com.github.benmanes.caffeine.jcache.LoadingCacheProxy",
            Map.of("get", GET, "getAll", GET_ALL)),
        new LoaderCalls(
            "com.github.benmanes.caffeine.jcache.integration.JCacheLoaderAdapter", loader),
        // Hazelcast 5.1 to 5.7, on a member and on a client, with a near cache too.
        new AnswerHook("com.hazelcast.cache.impl.CacheProxy", hazelcast),
        new AnswerHook("com.hazelcast.client.cache.impl.ClientCacheProxy", hazelcast),
        // Infinispan 13 to 16, embedded.
        new AnswerHook("org.infinispan.jcache.embedded.JCache", JCACHE),
        // Redisson 3.17 to 4.7.
        new AnswerHook("org.redisson.jcache.JCache", JCACHE));
  }

  private static List<ClassHook> natives() {
    Map<String, Role> infinispan =
        Map.of(
            "get", GET,
            "getAll", GET_ALL,
            "put", PUT,
            "putAll", WRITE_ALL,
            "remove", REMOVE,
            "replace", PUT,
            "evict", REMOVE,
            "clear()", CLEAR);
    return List.of(
        // Ehcache 3.10 to 3.12; its own loader is behind its JCache too.
        new AnswerHook(
            "org.ehcache.core.EhcacheBase",
            Map.of(
                "get", GET,
                "getAll", GET_ALL,
                "put", PUT,
                "putAll", WRITE_ALL,
                "remove", REMOVE,
                "removeAll", WRITE_ALL,
                "replace", PUT,
                "clear()", CLEAR)),
        new LoaderCalls(
            "org.ehcache.impl.internal.store.loaderwriter.LocalLoaderWriterStore",
            "org/ehcache/spi/loaderwriter/CacheLoaderWriter"),
        // Hazelcast 5.1 to 5.7, on a member; with a near cache too.
        new AnswerHook(
            "com.hazelcast.map.impl.proxy.MapProxyImpl",
            Map.ofEntries(
                Map.entry("get", GET),
                Map.entry("getAll", GET_ALL),
                Map.entry("put", PUT),
                Map.entry("putTransient", PUT),
                Map.entry("putAsync", PUT),
                Map.entry("tryPut", PUT),
                Map.entry("set", PUT),
                Map.entry("setAsync", PUT),
                Map.entry("replace", PUT),
                Map.entry("remove", REMOVE),
                Map.entry("removeAsync", REMOVE),
                Map.entry("tryRemove", REMOVE),
                Map.entry("delete", REMOVE),
                Map.entry("evict", REMOVE),
                Map.entry("compute", PUT),
                Map.entry("computeIfPresent", PUT),
                Map.entry("merge", PUT),
                Map.entry("executeOnKey", PUT),
                Map.entry("putAll", WRITE_ALL),
                Map.entry("setAll", WRITE_ALL),
                Map.entry("executeOnKeys", WRITE_ALL),
                Map.entry("removeAll", CLEAR),
                Map.entry("evictAll", CLEAR),
                Map.entry("clear()", CLEAR))),
        // Infinispan 13 to 16, embedded: the cache as its manager gives it away.
        new AnswerHook("org.infinispan.cache.impl.EncoderCache", infinispan),
        new AnswerHook("org.infinispan.cache.impl.SimpleCacheImpl", infinispan));
  }
}
