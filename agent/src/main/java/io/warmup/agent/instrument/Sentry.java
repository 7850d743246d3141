package io.warmup.agent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class load, and sleeps until one concerns the agent: only then are the hooks, the
 * bridge and the bytecode library loaded. A JVM in which none shows up pays for this class alone.
 */
public final class Sentry implements ClassFileTransformer {

  /**
   * Where the hooks' targets are, as beginnings of internal names. One too many wakes the agent a
   * little early, one too few means that a hook is never put in.
   */
  private static final String[] PLACES = {
    "com/github/benmanes/caffeine/cache/",
    "com/google/common/cache/CacheBuilder",
    "com/google/common/cache/LocalCache",
    "org/springframework/cache/concurrent/ConcurrentMapCache",
    "org/springframework/data/redis/cache/RedisCache",
    "org/ehcache/core/Ehcache",
    "org/ehcache/config/builders/UserManagedCacheBuilder",
    "org/ehcache/impl/internal/store/loaderwriter/LocalLoaderWriterStore",
    "org/ehcache/jsr107/",
    "com/github/benmanes/caffeine/jcache/",
    "com/hazelcast/cache/impl/AbstractHazelcastCacheManager",
    "com/hazelcast/cache/impl/CacheProxy",
    "com/hazelcast/client/cache/impl/ClientCacheProxy",
    "com/hazelcast/instance/impl/HazelcastInstanceImpl",
    "com/hazelcast/map/impl/proxy/MapProxyImpl",
    "org/infinispan/cache/impl/EncoderCache",
    "org/infinispan/cache/impl/SimpleCacheImpl",
    "org/infinispan/jcache/",
    "org/infinispan/manager/DefaultCacheManager",
    "org/redisson/jcache/",
    "redis/clients/jedis/",
    "io/lettuce/core/",
    "org/springframework/context/support/AbstractApplicationContext",
    "org/springframework/boot/context/event/EventPublishingRunListener",
    "io/quarkus/arc/runtime/ArcRecorder",
    "io/quarkus/cache/runtime/caffeine/CaffeineCacheImpl",
    "io/quarkus/cache/redis/runtime/RedisCacheImpl",
    "io/quarkus/grpc/runtime/GrpcServerRecorder",
  };

  private final String[] own;
  private @Nullable Supplier<@Nullable ClassFileTransformer> waking;
  private volatile @Nullable ClassFileTransformer awake;

  /**
   * Falls asleep.
   *
   * @param own classes of the application to wake up for too, with dots
   * @param waking makes what sees the classes from then on, or null if nothing is to be done; asked
   *     once, on the thread that loads the class
   */
  public Sentry(List<String> own, Supplier<@Nullable ClassFileTransformer> waking) {
    this.own = new String[own.size()];
    for (int i = 0; i < this.own.length; i++) {
      this.own[i] = own.get(i).replace('.', '/');
    }
    this.waking = waking;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain domain,
      byte[] original) {
    ClassFileTransformer hooks = awake;
    if (hooks == null) {
      if (internalName == null || !concerns(internalName)) {
        return null;
      }
      hooks = wake();
    }
    try {
      return hooks == null
          ? null
          : hooks.transform(loader, internalName, classBeingRedefined, domain, original);
    } catch (Throwable e) {
      return null; // hooks say themselves what went wrong
    }
  }

  /** Whether a class wakes the agent. */
  public boolean concerns(String internalName) {
    for (String place : PLACES) {
      if (internalName.startsWith(place)) {
        return true;
      }
    }
    for (String name : own) {
      if (internalName.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Wakes up, if it still sleeps. Called too where no class load will do it: the application runs.
   *
   * @return null: nothing is to be done, or the calling thread is about to find out what
   */
  public synchronized @Nullable ClassFileTransformer wake() {
    Supplier<@Nullable ClassFileTransformer> once = waking;
    waking = null;
    if (once != null) {
      awake = once.get();
    }
    return awake;
  }
}
