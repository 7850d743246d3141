package io.warmup.agent.integration.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.trace.CacheUnderTest;
import io.warmup.agent.integration.trace.RandomTrace;
import io.warmup.agent.integration.trace.Warmed;
import io.warmup.agent.recorder.Recorder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.stats.Stats;

/** Infinispan's embedded caches are found by name, warmed, and counted once. */
class InfinispanCachesTest {

  private final CacheHolders holders = new CacheHolders();
  private final InfinispanCaches caches = new InfinispanCaches(holders);

  @EachVersion(
      of = "infinispan",
      packages = {
        "org.infinispan.",
        "com.github.benmanes.caffeine.",
        "io.reactivex.",
        "io.smallrye.common.",
        "jakarta.transaction.",
        "org.jboss.logging.",
        "org.jboss.threads.",
        "org.jgroups.",
        "org.wildfly."
      })
  void embedded() throws Exception {
    OnThisJava.starts();
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    try (DefaultCacheManager manager =
        new DefaultCacheManager(
            new GlobalConfigurationBuilder().nonClusteredDefault().build(), true)) {
      manager.defineConfiguration("products", bounded(false));
      manager.defineConfiguration("simple", bounded(true));
      manager.defineConfiguration("counted", bounded(false));
      manager.defineConfiguration("timed", timed());
      assertThat(caches.caches()).as("none has started").isEmpty();
      assertThat(caches.find("misspelt")).isEmpty();
      isWarmedAndCounted("products", manager);
      isWarmedAndCounted("simple", manager);
      countsAsItsOwnStatistics(manager.getCache("counted"));
      isPutWithItsTimeToLive(manager.getCache("timed"));
    } finally {
      WarmupBuilds.listen(null);
      WarmupBridge.listen(null);
    }
    assertThat(caches.caches()).as("the manager is closed").isEmpty();
  }

  private void isWarmedAndCounted(String name, DefaultCacheManager manager) {
    Recorder recorder = recorder();
    WarmupBuilds.listen(recorder::built);
    CacheTarget found = caches.find(name).orElseThrow();
    Cache<Integer, String> cache = manager.getCache(name);
    assertThat(found.delegate()).isSameAs(cache);
    assertThat(found.kind()).isEqualTo("infinispan");
    Warmed warmed = Warmed.of(found, ops(cache), recorder);
    warmed.isPutIfAbsentAndReadOnceAsAHit();
    warmed.yieldsToWhatTheApplicationDoesMeanwhile();
    assertThat(found.size()).isEqualTo(3);
    assertThat(recorder.caches()).as("what keeps its entries is not one more cache").hasSize(1);
    recorder.close();
  }

  private void countsAsItsOwnStatistics(Cache<Integer, String> cache) {
    Recorder recorder = recorder();
    Warmed warmed = Warmed.of(caches.find("counted").orElseThrow(), ops(cache), recorder);
    recorder.open();
    RandomTrace trace = RandomTrace.on(ops(cache));
    warmed.countsLike(trace);
    // To Infinispan a containsKey is a get.
    Stats own = cache.getAdvancedCache().getStats();
    assertThat(own.getHits()).isEqualTo(trace.hits() + trace.contained());
    assertThat(own.getMisses()).isEqualTo(trace.misses() + trace.notContained());
    recorder.close();
  }

  private void isPutWithItsTimeToLive(Cache<Integer, String> cache) {
    CacheTarget found = caches.find("timed").orElseThrow();
    assertThat(found.supportsTtl()).isTrue();
    assertThat(found.expiryAfterWrite()).isEqualTo(Duration.ofMinutes(1));
    Warmed warmed = Warmed.of(found, ops(cache), recorder());
    warmed.put(1, "one", Duration.ofMinutes(5));
    warmed.put(2, "two", null);
    assertThat(cache.getAdvancedCache().getCacheEntry(1).getLifespan()).isEqualTo(300_000);
    assertThat(cache.getAdvancedCache().getCacheEntry(2).getLifespan()).isEqualTo(60_000);
  }

  private static Configuration bounded(boolean simple) {
    ConfigurationBuilder builder = new ConfigurationBuilder();
    builder.simpleCache(simple).statistics().enable().memory().maxCount(1_000);
    return builder.build();
  }

  private static Configuration timed() {
    ConfigurationBuilder builder = new ConfigurationBuilder();
    builder.expiration().lifespan(1, TimeUnit.MINUTES);
    return builder.build();
  }

  private static Recorder recorder() {
    return new Recorder(new BuildSites(), Clock.systemUTC());
  }

  private static CacheUnderTest ops(Cache<Integer, String> cache) {
    return new CacheUnderTest(
        cache::get,
        cache.getAdvancedCache()::getAll,
        cache::put,
        cache::remove,
        cache::containsKey);
  }
}
