package io.warmup.agent.integration.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.integration.libraries.EachVersion;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;

/** JCache by Ehcache: a cache is found by its own name as soon as there is one, and no longer. */
class JCacheCachesTest {

  @EachVersion(
      of = "ehcache",
      packages = {"org.ehcache.", "javax.cache."})
  void foundByNameAndWarmedIfAbsent() {
    CacheHolders holders = new CacheHolders();
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    JCacheCaches caches = new JCacheCaches(holders);
    try (CachingProvider provider =
        Caching.getCachingProvider("org.ehcache.jsr107.EhcacheCachingProvider", loader())) {
      CacheManager manager = provider.getCacheManager();
      assertThat(caches.find("products")).as("it is not there yet").isEmpty();
      Cache<Long, String> cache =
          manager.createCache(
              "products",
              new MutableConfiguration<Long, String>().setTypes(Long.class, String.class));
      CacheTarget target = caches.find("products").orElseThrow();
      assertThat(target.delegate()).isSameAs(cache);
      assertThat(target.kind()).isEqualTo("jcache Eh107Cache");
      assertThat(target.fenceStrength()).isEqualTo(FenceStrength.IF_ABSENT);
      cache.put(2L, "app's");
      try (Fence fence = target.fence(List.of(1L, 2L))) {
        assertThat(fence.put(1L, "one", null)).isEqualTo(PutOutcome.WARMED);
        assertThat(fence.put(2L, "two", null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
      }
      assertThat(cache.get(1L)).isEqualTo("one");
      assertThat(cache.get(2L)).isEqualTo("app's");
      assertThat(target.contains(1L)).isTrue();
      assertThat(target.contains(3L)).isFalse();

      manager.destroyCache("products");
      assertThat(caches.find("products")).isEmpty();
      manager.close();
      assertThat(caches.caches()).isEmpty();
    } finally {
      WarmupBridge.listen(null);
    }
  }

  private static ClassLoader loader() {
    return JCacheCachesTest.class.getClassLoader();
  }
}
