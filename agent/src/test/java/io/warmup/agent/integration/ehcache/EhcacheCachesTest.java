package io.warmup.agent.integration.ehcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.warmup.agent.recorder.WarmedFates;
import java.time.Clock;
import java.util.List;
import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.Status;
import org.ehcache.UserManagedCache;
import org.ehcache.config.CacheConfiguration;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.builders.UserManagedCacheBuilder;
import org.ehcache.core.internal.statistics.DefaultStatisticsService;
import org.ehcache.core.spi.service.StatisticsService;
import org.ehcache.core.statistics.CacheStatistics;
import org.ehcache.spi.loaderwriter.CacheLoaderWriter;

/** Ehcache by its own interface: caches are found by their aliases, warmed, and counted. */
class EhcacheCachesTest {

  private final CacheHolders holders = new CacheHolders();
  private final EhcacheCaches caches = new EhcacheCaches(holders);
  private final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());

  @EachVersion(of = "ehcache", packages = "org.ehcache.")
  void underAManager() {
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    StatisticsService statistics = new DefaultStatisticsService();
    try (CacheManager manager =
        CacheManagerBuilder.newCacheManagerBuilder()
            .using(statistics)
            .withCache("products", configuration(1_000))
            .withCache("counted", configuration(1_000))
            .build(false)) {
      assertThat(caches.caches()).as("it is not available yet").isEmpty();
      manager.init();
      Cache<Integer, String> products = manager.getCache("products", Integer.class, String.class);
      CacheTarget found = caches.find("products").orElseThrow();
      assertThat(found.delegate()).isSameAs(products);
      assertThat(found.kind()).isEqualTo("ehcache");
      assertThat(found.supportsTtl()).isFalse();
      Warmed warmed = Warmed.of(found, ops(products), elsewhere());
      warmed.isPutIfAbsentAndReadOnceAsAHit();
      warmed.yieldsToWhatTheApplicationDoesMeanwhile();

      Cache<Integer, String> counted = manager.getCache("counted", Integer.class, String.class);
      Warmed sibling = Warmed.of(caches.find("counted").orElseThrow(), ops(counted), recorder);
      recorder.open();
      RandomTrace trace = RandomTrace.on(ops(counted));
      sibling.countsLike(trace);
      CacheStatistics own = statistics.getCacheStatistics("counted");
      assertThat(own.getCacheHits()).isEqualTo(trace.hits());
      assertThat(own.getCacheMisses()).isEqualTo(trace.misses());
    } finally {
      WarmupBridge.listen(null);
    }
    assertThat(caches.caches()).isEmpty();
  }

  @EachVersion(of = "ehcache", packages = "org.ehcache.")
  void withALoaderOfItsOwnItIsCountedAndNotWrittenTo() {
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    try (CacheManager manager =
        CacheManagerBuilder.newCacheManagerBuilder()
            .withCache(
                "through",
                CacheConfigurationBuilder.newCacheConfigurationBuilder(
                        Integer.class, String.class, ResourcePoolsBuilder.heap(1_000))
                    .withLoaderWriter(new Prices()))
            .build(true)) {
      Cache<Integer, String> through = manager.getCache("through", Integer.class, String.class);
      assertThatThrownBy(() -> caches.find("through")).hasMessageContaining("CacheLoaderWriter");
      CacheTarget found = caches.caches().iterator().next();
      assertThatThrownBy(() -> found.fence(List.of(1))).hasMessageContaining("CacheLoaderWriter");
      Warmed warmed = Warmed.of(found, ops(through), recorder);
      recorder.open();
      warmed.countsLike(RandomTrace.on(ops(through), Prices::price));
    } finally {
      WarmupBridge.listen(null);
    }
  }

  @EachVersion(of = "ehcache", packages = "org.ehcache.")
  void withoutAManagerNamedAfterTheFieldOrWhatItWasBuiltFor() {
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    WarmupBuilds.listen(recorder::built);
    UserManagedCaches own = new UserManagedCaches(holders, recorder);
    UserManagedCache<Integer, String> later = builder().build(false);
    try (Products products = new Products();
        UserManagedCache<Integer, String> users = named("users");
        UserManagedCache<Integer, String> orders = named("orders")) {
      assertThat(own.caches()).as("one is not available yet").hasSize(3);
      CacheTarget found = own.find("EhcacheCachesTest.Products.cache").orElseThrow();
      assertThat(found.delegate()).isSameAs(products.cache);
      assertThat(own.builtFor("orders").map(CacheTarget::delegate)).containsSame(orders);
      assertThat(own.find("EhcacheCachesTest.named(users)").map(CacheTarget::delegate))
          .containsSame(users);
      Warmed warmed = Warmed.of(found, ops(products.cache), recorder);
      warmed.isPutIfAbsentAndReadOnceAsAHit();
      warmed.yieldsToWhatTheApplicationDoesMeanwhile();
      recorder.close();
      Warmed counted = Warmed.of(own.builtFor("orders").orElseThrow(), ops(orders), recorder);
      recorder.open();
      counted.countsLike(RandomTrace.on(ops(orders)));
    } finally {
      WarmupBuilds.listen(null);
      WarmupBridge.listen(null);
    }
    assertThat(own.caches()).isEmpty();
    assertThat(later.getStatus()).isEqualTo(Status.UNINITIALIZED);
  }

  private static UserManagedCache<Integer, String> named(String name) {
    return builder().build(true);
  }

  private static UserManagedCacheBuilder<Integer, String, UserManagedCache<Integer, String>>
      builder() {
    return UserManagedCacheBuilder.newUserManagedCacheBuilder(Integer.class, String.class)
        .withResourcePools(ResourcePoolsBuilder.heap(1_000));
  }

  @EachVersion(of = "ehcache", packages = "org.ehcache.")
  void whatDidNotFitWasEvicted() {
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    try (CacheManager manager =
        CacheManagerBuilder.newCacheManagerBuilder()
            .withCache("small", configuration(10))
            .build(true)) {
      Cache<Integer, String> small = manager.getCache("small", Integer.class, String.class);
      Warmed warmed = Warmed.of(caches.find("small").orElseThrow(), ops(small), recorder);
      int there = 0;
      for (int key = 0; key < 50; key++) {
        warmed.put(key, "warmed", null);
      }
      for (int key = 0; key < 50; key++) {
        there += small.containsKey(key) ? 1 : 0;
      }
      recorder.open();
      assertThat(small.get(-1)).isNull();
      assertThat(warmed.observation().fates())
          .isEqualTo(new WarmedFates(0, there, 50 - there, 0, 0));
      assertThat(there).isBetween(1, 10);
    } finally {
      WarmupBridge.listen(null);
    }
  }

  private static CacheConfiguration<Integer, String> configuration(int entries) {
    return CacheConfigurationBuilder.newCacheConfigurationBuilder(
            Integer.class, String.class, ResourcePoolsBuilder.heap(entries))
        .build();
  }

  private static Recorder elsewhere() {
    return new Recorder(new BuildSites(), Clock.systemUTC());
  }

  private static CacheUnderTest ops(Cache<Integer, String> cache) {
    return new CacheUnderTest(
        cache::get, cache::getAll, cache::put, cache::remove, cache::containsKey);
  }

  private static final class Products implements AutoCloseable {
    final UserManagedCache<Integer, String> cache = builder().build(true);

    @Override
    public void close() {
      cache.close();
    }
  }

  static final class Prices implements CacheLoaderWriter<Integer, String> {
    static String price(Integer key) {
      return key % 7 == 0 ? null : "loaded " + key;
    }

    @Override
    public String load(Integer key) {
      return price(key);
    }

    @Override
    public void write(Integer key, String value) {}

    @Override
    public void delete(Integer key) {}
  }
}
