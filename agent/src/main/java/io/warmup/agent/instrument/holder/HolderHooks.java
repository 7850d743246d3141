package io.warmup.agent.instrument.holder;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.method.MethodHook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Notices the objects of {@code CacheHolders} as they are made. */
public final class HolderHooks {

  static final String POINT = "cache holder";

  /** Base classes whose every subclass passes through their constructor. */
  private static final List<String> CLASSES =
      List.of(
          // Jedis 4 to 8: all but the pools of the older kind, whose base class is the last one.
          "redis.clients.jedis.UnifiedJedis",
          "redis.clients.jedis.util.Pool",
          // Lettuce 6 and 7.
          "io.lettuce.core.AbstractRedisClient",
          "io.lettuce.core.StatefulRedisConnectionImpl",
          "io.lettuce.core.cluster.StatefulRedisClusterConnectionImpl",
          // JCache's managers: Ehcache 3, Caffeine's, Hazelcast, Infinispan, Redisson.
          "org.ehcache.jsr107.Eh107CacheManager",
          "com.github.benmanes.caffeine.jcache.CacheManagerImpl",
          "com.hazelcast.cache.impl.AbstractHazelcastCacheManager",
          "org.infinispan.jcache.AbstractJCacheManager",
          "org.redisson.jcache.JCacheManager",
          // Redisson's manager does not show caches that are typed.
          "org.redisson.jcache.JCache",
          // Managers of native caches.
          "org.ehcache.core.EhcacheManager",
          "com.hazelcast.instance.impl.HazelcastInstanceImpl",
          "org.infinispan.manager.DefaultCacheManager");

  private HolderHooks() {}

  /** One a class. */
  public static List<ClassHook> all() {
    List<ClassHook> hooks = new ArrayList<>();
    CLASSES.forEach(name -> hooks.add(constructor(name)));
    // Ehcache 3.10 to 3.12.
    hooks.add(
        new BuildHook("org.ehcache.config.builders.UserManagedCacheBuilder", "(Z)", "ehcache"));
    return hooks;
  }

  /**
   * What the bridge is to tell.
   *
   * @param made told of the objects; must not throw, since it is called within their constructors
   * @param others told of every other point
   */
  public static BiConsumer<String, Object[]> listener(
      Consumer<Object> made, BiConsumer<String, Object[]> others) {
    return (point, subjects) -> {
      if (point.equals(POINT)) {
        made.accept(subjects[0]);
      } else {
        others.accept(point, subjects);
      }
    };
  }

  private static ClassHook constructor(String className) {
    return new MethodHook(
        className, "<init>", null, MethodHook.When.EXIT, POINT, "caches behind it are not found");
  }
}
