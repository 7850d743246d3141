package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.bridge.WarmupAttached;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.RecordedCache;
import io.warmup.agent.recorder.StoredKeys;
import io.warmup.agent.recorder.WarmedFates;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An agent that comes when Caffeine is loaded and the caches are built: what is exact, and what
 * not.
 */
class AttachedTest {

  @EachCaffeine(loadedBefore = true)
  void getsAreCountedExactly() {
    for (boolean bounded : List.of(true, false)) {
      try (Recording recording = new Recording()) {
        Caffeine<Object, Object> builder = Caffeine.newBuilder().recordStats();
        Cache<Object, Object> cache =
            bounded ? builder.maximumSize(50).build() : builder.build(key -> "loaded");
        recording.recorder.open();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
          Object key = random.nextInt(80);
          switch (random.nextInt(5)) {
            case 0 -> cache.get(key, absent -> "loaded");
            case 1 -> cache.getAllPresent(List.of(key, 99));
            case 2 -> cache.invalidate(key);
            case 3 -> cache.asMap().computeIfAbsent(key, absent -> "computed");
            default -> cache.getIfPresent(key);
          }
        }
        CacheObservation seen = recording.of(cache);
        assertThat(seen.hits()).isEqualTo(cache.stats().hitCount()).isPositive();
        assertThat(seen.misses()).isEqualTo(cache.stats().missCount()).isPositive();
      }
    }
  }

  @EachCaffeine(loadedBefore = true)
  void bulkGetsUseEachKey() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> bounded = Caffeine.newBuilder().maximumSize(100).build();
      Cache<Object, Object> unbounded = Caffeine.newBuilder().build();
      for (Cache<Object, Object> cache : List.of(bounded, unbounded)) {
        for (int key = 0; key < 6; key++) {
          recording.warm(cache, key, "v");
        }
        cache.put(7, "app's");
      }
      recording.recorder.open();
      for (Cache<Object, Object> cache : List.of(bounded, unbounded)) {
        cache.getAllPresent(List.of(0, 1, 7, 70));
        cache.getAll(List.of(2, 3, 71), keys -> Map.of(71, "loaded"));

        CacheObservation seen = recording.of(cache);
        assertThat(seen.fates()).isEqualTo(new WarmedFates(4, 2, 0, 0, 0));
        assertThat(seen.hits()).isEqualTo(5);
        assertThat(seen.misses()).isEqualTo(2);
        assertThat(seen.warmHits()).isEqualTo(4);
        assertThat(seen.getCoverage()).isEqualTo(4.0 / 7);
      }
    }
  }

  /** Whom nobody told of them: the recorder learns of caches from their gets. */
  @EachCaffeine(loadedBefore = true)
  void aCacheBuiltBeforeIsMetAndNamedAfterTheFieldItIsUsedFrom() {
    Shop shop = new Shop();
    try (Recording recording = new Recording()) {
      WarmupAttached.discover(
          store -> recording.recorder.met("caffeine", store, StoredKeys.OF_MAP));
      shop.products.put("known", 1);
      assertThat(shop.products.getIfPresent("known")).isEqualTo(1);
      assertThat(shop.prices.get("loaded", key -> 2)).isEqualTo(2);
      shop.futures.getIfPresent("none");

      assertThat(recording.recorder.caches())
          .extracting(RecordedCache::name)
          .containsExactly(
              "AttachedTest.Shop.products",
              "AttachedTest.Shop.prices",
              "AttachedTest.Shop.futures");
      CacheTarget target = recording.caches.find("AttachedTest.Shop.products").orElseThrow();
      assertThat(recording.caches.find("AttachedTest.Shop.futures"))
          .as("an asynchronous cache's store takes futures")
          .isEmpty();
      for (String key : List.of("a", "b", "known")) {
        try (Fence fence = target.fence(List.of(key))) {
          fence.put(key, "warmed", null);
        }
      }
      recording.recorder.open();
      shop.products.getIfPresent("a");
      shop.products.getIfPresent("none");
      shop.products.get("a", key -> "never loaded");
      shop.products.policy().eviction().orElseThrow().setMaximum(0);
      shop.products.cleanUp();

      CacheObservation seen = recording.named("AttachedTest.Shop.products");
      assertThat(List.of(seen.hits(), seen.misses())).isEqualTo(List.of(2L, 1L));
      assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 0, 1, 0, 0));
    } finally {
      WarmupAttached.discover(null);
    }
  }

  @EachCaffeine(loadedBefore = true)
  void aMetStoreTakesItsFrameworksNameOnceThatShowsItsCache() {
    Shop shop = new Shop();
    try (Recording recording = new Recording()) {
      WarmupAttached.discover(
          store -> recording.recorder.met("caffeine", store, StoredKeys.OF_MAP));
      shop.products.getIfPresent("a");
      CacheTarget target = recording.caches.named("products", shop.products).orElseThrow();
      assertThat(target.delegate()).isSameAs(shop.products);
      assertThat(recording.recorder.caches())
          .extracting(RecordedCache::name)
          .containsExactly("products");
    } finally {
      WarmupAttached.discover(null);
    }
  }

  private static final class Shop {
    final Cache<Object, Object> products =
        Caffeine.newBuilder().maximumSize(10).executor(Runnable::run).build();
    final Cache<Object, Object> prices = Caffeine.newBuilder().build();
    final AsyncCache<Object, Object> futures = Caffeine.newBuilder().maximumSize(10).buildAsync();
  }

  @EachCaffeine(loadedBefore = true)
  void aCacheBuiltBeforeIsKnownByItsFrameworksName() {
    try (Recording recording = new Recording()) {
      WarmupBuilds.listen(null);
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
      CacheTarget target = recording.caches.named("products", cache).orElseThrow();
      assertThat(target.fenceStrength()).isEqualTo(FenceStrength.IF_ABSENT);
      cache.put("there", "app's");
      try (Fence fence = target.fence(List.of("a", "b", "c", "there"))) {
        assertThat(fence.put("a", 1, null)).isEqualTo(PutOutcome.WARMED);
        assertThat(fence.put("b", 2, null)).isEqualTo(PutOutcome.WARMED);
        assertThat(fence.put("c", 3, null)).isEqualTo(PutOutcome.WARMED);
        assertThat(fence.put("there", 4, null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
      }
      recording.recorder.open();
      cache.getIfPresent("a");
      cache.getIfPresent("a");
      cache.put("b", "app's");

      CacheObservation seen = recording.of(cache);
      assertThat(seen.cache()).isEqualTo("products");
      assertThat(seen.missesAvoided()).isEqualTo(1);
      assertThat(seen.warmHits()).isEqualTo(2);
      assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 1));
      assertThat(cache.asMap()).isEqualTo(Map.of("a", 1, "b", "app's", "c", 3, "there", "app's"));
    }
  }
}
