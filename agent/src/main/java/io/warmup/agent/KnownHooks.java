package io.warmup.agent;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.answer.CacheMethods;
import io.warmup.agent.instrument.caffeine.CaffeineHook;
import io.warmup.agent.instrument.guava.GuavaHook;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.instrument.method.MethodHook;
import io.warmup.agent.instrument.quarkus.QuarkusCacheHook;
import io.warmup.agent.instrument.quarkus.QuarkusRedisHook;
import io.warmup.agent.instrument.redis.RedisHook;
import io.warmup.agent.lifecycle.HookedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What is put into classes, by the package of these: an application meets few of the libraries, and
 * only their hooks are loaded. Where the targets are, the sentry has to know too.
 */
final class KnownHooks implements Function<String, List<ClassHook>> {

  private static final String SPRING_CACHE = "org/springframework/cache/concurrent/";
  private static final String SPRING_REDIS_CACHE = "org/springframework/data/redis/cache/";
  private static final String QUARKUS_CACHE = "io/quarkus/cache/";

  /** Of libraries whose gets are told by what they answer. */
  private static final String[] PROVIDERS = {
    "org/ehcache/",
    "com/github/benmanes/caffeine/jcache/",
    "com/hazelcast/",
    "org/infinispan/",
    "org/redisson/jcache/",
    "redis/clients/jedis/",
    "io/lettuce/core/",
  };

  private final List<? extends HookedMethod> readiness;
  private final BooleanSupplier redisCaches;

  /**
   * All that there are.
   *
   * @param redisCaches whether the file lists any; asked on the thread that loads a class
   */
  KnownHooks(List<? extends HookedMethod> readiness, BooleanSupplier redisCaches) {
    this.readiness = readiness;
    this.redisCaches = redisCaches;
  }

  /**
   * Those for one package, and maybe for more.
   *
   * @param name with slashes, ending with one
   */
  @Override
  public List<ClassHook> apply(String name) {
    List<ClassHook> hooks = new ArrayList<>(library(name));
    for (HookedMethod method : readiness) {
      if (!method.method().isEmpty() && isIn(name, method.className())) {
        hooks.add(hook(method));
      }
    }
    return hooks;
  }

  private List<ClassHook> library(String packageName) {
    switch (packageName) {
      case CaffeineHook.PREFIX:
        return List.of(new CaffeineHook());
      case GuavaHook.PREFIX:
        return List.of(new GuavaHook());
      case SPRING_CACHE, SPRING_REDIS_CACHE:
        return CacheMethods.spring();
      default:
        return others(packageName);
    }
  }

  private List<ClassHook> others(String packageName) {
    if (packageName.startsWith(QUARKUS_CACHE)) {
      return List.of(new QuarkusCacheHook(), new QuarkusRedisHook(), CacheMethods.quarkusRedis());
    }
    for (String provider : PROVIDERS) {
      if (packageName.startsWith(provider)) {
        return providers();
      }
    }
    return List.of();
  }

  private List<ClassHook> providers() {
    List<ClassHook> hooks = new ArrayList<>(CacheMethods.providers());
    hooks.addAll(HolderHooks.all());
    hooks.add(new RedisHook(redisCaches));
    return hooks;
  }

  private static boolean isIn(String packageName, String className) {
    return packageName.length() == className.lastIndexOf('.') + 1
        && className.replace('.', '/').startsWith(packageName);
  }

  private static ClassHook hook(HookedMethod method) {
    return new MethodHook(
        method.className(),
        method.method(),
        method.descriptor(),
        method.atExit() ? MethodHook.When.EXIT : MethodHook.When.ENTRY,
        method.name(),
        "the application is not warmed");
  }
}
