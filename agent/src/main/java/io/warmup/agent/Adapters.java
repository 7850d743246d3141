package io.warmup.agent;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.fleet.Claims;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.lifecycle.ReadinessPoint;
import io.warmup.agent.log.Log;
import io.warmup.agent.log.LogSink;
import io.warmup.agent.metrics.Family;
import io.warmup.agent.metrics.MeterBinding;
import io.warmup.agent.recorder.Recorder;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The adapters of one application: made by name, since they belong to its class loader, and used
 * through their ports.
 */
final class Adapters {

  private static final String PACKAGE = "io.warmup.agent.integration.";

  /** What an application has that has the library, and the library's adapter. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "com/github/benmanes/caffeine/cache/Caffeine.class", "caffeine.CaffeineCaches",
          "com/google/common/cache/CacheBuilder.class", "guava.GuavaCaches");

  /** The same of libraries whose caches have managers. */
  private static final Map<String, String> MANAGED =
      Map.of(
          "javax/cache/CacheManager.class", "jcache.JCacheCaches",
          "org/ehcache/core/EhcacheManager.class", "ehcache.EhcacheCaches",
          "com/hazelcast/map/IMap.class", "hazelcast.HazelcastMaps",
          "org/infinispan/manager/EmbeddedCacheManager.class", "infinispan.InfinispanCaches");

  private static final String BUILDER_WITHOUT_MANAGER =
      "org/ehcache/config/builders/UserManagedCacheBuilder.class";

  private final ClassLoader loader;

  /**
   * @param loader defines the adapters
   */
  Adapters(ClassLoader loader) {
    this.loader = loader;
  }

  ReadinessPoint readinessPoint(String className) {
    return make(ReadinessPoint.class, className, new Class<?>[0]);
  }

  /** Those of the known cache libraries that the application has. */
  List<CacheLibrary> cacheLibraries(Recorder recorder, CacheHolders holders) {
    List<CacheLibrary> libraries = new ArrayList<>();
    LIBRARIES.forEach(
        (sign, adapter) -> {
          if (has(sign)) {
            libraries.add(
                make(
                    CacheLibrary.class,
                    PACKAGE + adapter,
                    new Class<?>[] {Recorder.class},
                    recorder));
          }
        });
    libraries.add(new ManagedLibraries(holders, () -> managed(recorder, holders)));
    return libraries;
  }

  private List<CacheLibrary> managed(Recorder recorder, CacheHolders holders) {
    List<CacheLibrary> libraries = new ArrayList<>();
    MANAGED.forEach(
        (sign, adapter) -> {
          if (has(sign)) {
            libraries.add(
                make(
                    CacheLibrary.class,
                    PACKAGE + adapter,
                    new Class<?>[] {CacheHolders.class},
                    holders));
          }
        });
    if (has(BUILDER_WITHOUT_MANAGER)) {
      libraries.add(
          make(
              CacheLibrary.class,
              PACKAGE + "ehcache.UserManagedCaches",
              new Class<?>[] {CacheHolders.class, Recorder.class},
              holders,
              recorder));
    }
    return libraries;
  }

  /** The caches of the file's {@code redis-caches}; empty if it lists none. */
  Optional<CacheSource> redisCaches(
      CacheHolders holders, Map<String, RedisCache> configured, Beans beans, Log log) {
    return configured.isEmpty()
        ? Optional.empty()
        : Optional.of(
            make(
                CacheSource.class,
                PACKAGE + "redis.RedisCaches",
                new Class<?>[] {CacheHolders.class, Map.class, Beans.class, Log.class},
                holders,
                configured,
                beans,
                log));
  }

  /**
   * Where the instances of an application claim what they warm.
   *
   * @throws IllegalStateException if it has no client of a store that they share
   */
  Claims claims(CacheHolders holders, String application) {
    return make(
        Claims.class,
        PACKAGE + "redis.RedisClaims",
        new Class<?>[] {CacheHolders.class, String.class},
        holders,
        application);
  }

  /** The application's own slf4j; empty if it has none, or none that is bound to anything. */
  Optional<LogSink> slf4j() {
    if (!has("org/slf4j/LoggerFactory.class")) {
      return Optional.empty();
    }
    try {
      return Optional.of(make(LogSink.class, PACKAGE + "slf4j.Slf4jSink", new Class<?>[0]));
    } catch (IllegalStateException | LinkageError unusable) {
      return Optional.empty();
    }
  }

  /** The application's Micrometer; empty if it has none. */
  Optional<MeterBinding> micrometer(Beans beans, Supplier<List<Family>> families) {
    return has("io/micrometer/core/instrument/MeterRegistry.class")
        ? Optional.of(
            make(
                MeterBinding.class,
                PACKAGE + "micrometer.MicrometerMeters",
                new Class<?>[] {Beans.class, Supplier.class},
                beans,
                families))
        : Optional.empty();
  }

  private boolean has(String classFile) {
    return loader.getResource(classFile) != null;
  }

  private <T> T make(Class<T> port, String className, Class<?>[] types, Object... arguments) {
    try {
      return port.cast(loader.loadClass(className).getConstructor(types).newInstance(arguments));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(className + " cannot be used: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className + " cannot be used: " + e, e);
    }
  }
}
