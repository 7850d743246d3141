package io.warmup.agent.integration.guava;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.FilledByApplication;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.WarmedFates;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Guava's caches are found where they are built, warmed, and counted as Guava itself counts. */
class GuavaCachesTest {

  private final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
  private final GuavaCaches caches = new GuavaCaches(recorder);

  @EachVersion(
      of = "guava",
      packages = "com.google.common.",
      copied = "com.google.common.util.concurrent.internal.")
  void getsAreCountedAsGuavaCountsThem() throws Exception {
    WarmupBuilds.listen(recorder::built);
    Cache<Integer, String> manual = CacheBuilder.newBuilder().maximumSize(50).recordStats().build();
    LoadingCache<Integer, String> loading =
        CacheBuilder.newBuilder()
            .maximumSize(50)
            .recordStats()
            .build(CacheLoader.from(i -> "" + i));
    recorder.open();
    for (Cache<Integer, String> cache : List.of(manual, loading)) {
      Random random = new Random(7);
      for (int i = 0; i < 20_000; i++) {
        Integer key = random.nextInt(80);
        switch (random.nextInt(7)) {
          case 0 -> cache.get(key, () -> "loaded");
          case 1 -> cache.getAllPresent(List.of(key, 99));
          case 2 -> cache.invalidate(key);
          case 3 -> cache.put(key, "put");
          case 4 -> {
            if (cache == loading) {
              loading.get(key);
            }
          }
          case 5 -> {
            if (cache == loading) {
              loading.getAll(List.of(key, (key + 1) % 80));
            }
          }
          default -> cache.getIfPresent(key);
        }
      }
      CacheObservation seen = of(cache);
      assertThat(seen.kind()).isEqualTo("guava");
      assertThat(seen.hits()).isEqualTo(cache.stats().hitCount()).isPositive();
      assertThat(seen.misses()).isEqualTo(cache.stats().missCount()).isPositive();
    }
    WarmupBuilds.listen(null);
  }

  @EachVersion(
      of = "guava",
      packages = "com.google.common.",
      copied = "com.google.common.util.concurrent.internal.")
  void aRunAfterTheWindowIsRecordedUntilItsEnd() {
    WarmupBuilds.listen(recorder::built);
    Products products = new Products();
    WarmupBuilds.listen(null);
    CacheTarget target = caches.find("GuavaCachesTest.Products.cache").orElseThrow();
    recorder.open();
    recorder.close();
    recorder.hold();
    Fence late = target.fence(List.of("a", "b"));
    assertThat(late.put("a", "1", null)).isEqualTo(PutOutcome.WARMED);
    assertThat(recorder.heldBytes(part -> 1)).isPositive();
    recorder.release();
    assertThat(recorder.heldBytes(part -> 1)).isZero();

    assertThat(late.put("b", "2", null)).as("hung when its run ended").isNotNull();
    assertThat(products.cache.getIfPresent("a")).isEqualTo("1");
    assertThat(recorder.heldBytes(part -> 1)).isZero();
  }

  @EachVersion(
      of = "guava",
      packages = "com.google.common.",
      copied = "com.google.common.util.concurrent.internal.")
  void whatIsWarmedIsFoundByTheApplicationAndCountedOnce() throws Exception {
    WarmupBuilds.listen(recorder::built);
    Products products = new Products();
    WarmupBuilds.listen(null);
    CacheTarget target = caches.find("GuavaCachesTest.Products.cache").orElseThrow();
    assertThat(target.kind()).isEqualTo("guava loading");
    assertThat(target.delegate()).isSameAs(products.cache);
    assertThat(target.fenceStrength()).isEqualTo(FenceStrength.IF_ABSENT);
    products.cache.put("there", "app's");
    try (Fence fence = target.fence(List.of("a", "b", "c", "there"))) {
      assertThat(fence.put("a", "1", null)).isEqualTo(PutOutcome.WARMED);
      assertThat(fence.put("b", "2", null)).isEqualTo(PutOutcome.WARMED);
      assertThat(fence.put("c", "3", null)).isEqualTo(PutOutcome.WARMED);
      assertThat(fence.put("there", "4", null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
    }
    assertThat(target.contains("a")).isTrue();
    assertThat(target.contains("missing")).isFalse();
    recorder.open();
    assertThat(products.cache.get("a")).isEqualTo("1");
    assertThat(products.cache.get("a")).isEqualTo("1");
    assertThat(products.cache.get("there")).isEqualTo("app's");
    assertThat(products.cache.get("missed")).isEqualTo("loaded missed");
    assertThat(products.cache.getAllPresent(List.of("a", "there", "none"))).hasSize(2);
    products.cache.invalidate("b");

    CacheObservation seen = of(products.cache);
    assertThat(seen.hits()).isEqualTo(5);
    assertThat(seen.misses()).isEqualTo(2);
    assertThat(seen.missesAvoided()).isEqualTo(1);
    assertThat(seen.warmHits()).isEqualTo(3);
    assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 1));
    assertThat(seen.missedKeys())
        .extracting(CacheObservation.MissedKey::key)
        .containsExactlyInAnyOrder("missed", "none");
  }

  @EachVersion(
      of = "guava",
      packages = "com.google.common.",
      copied = "com.google.common.util.concurrent.internal.")
  void thoseOfOnePlaceAreToldApartByTheArgumentThatCarriesAName() {
    WarmupBuilds.listen(recorder::built);
    Map<String, Cache<Object, Object>> made = new HashMap<>();
    Cache<Object, Object> prices = made.computeIfAbsent("prices", GuavaCachesTest::create);
    Cache<Object, Object> stock = made.computeIfAbsent("stock", GuavaCachesTest::create);
    WarmupBuilds.listen(null);
    assertThat(targetOf(prices).name()).isEqualTo("GuavaCachesTest.create(prices)");
    assertThat(caches.builtFor("stock").map(CacheTarget::delegate)).containsSame(stock);
  }

  private static Cache<Object, Object> create(String name) {
    return CacheBuilder.newBuilder().maximumSize(10).build();
  }

  @EachVersion(
      of = "guava",
      packages = "com.google.common.",
      copied = "com.google.common.util.concurrent.internal.")
  void aLoadingCacheShowsItsOwnLoader() throws Exception {
    WarmupBuilds.listen(recorder::built);
    Cache<String, String> manual = CacheBuilder.newBuilder().build();
    LoadingCache<String, String> single =
        CacheBuilder.newBuilder().build(CacheLoader.from(key -> "one " + key));
    LoadingCache<String, String> bulk = CacheBuilder.newBuilder().build(new InBulk());
    WarmupBuilds.listen(null);

    assertThat(targetOf(manual).ownLoader()).isNull();
    ValueLoader one = targetOf(single).ownLoader();
    assertThat(one.bulk()).isFalse();
    assertThat(one.load("a")).isEqualTo("one a");
    ValueLoader many = targetOf(bulk).ownLoader();
    assertThat(many.bulk()).isTrue();
    assertThat(many.loadAll(List.of("a", "b"))).isEqualTo(Map.of("a", "many", "b", "many"));
    assertThat(single.size() + bulk.size()).as("nothing is put by that").isZero();
  }

  @EachVersion(
      of = "guava",
      packages = "com.google.common.",
      copied = "com.google.common.util.concurrent.internal.")
  void aBulkMethodThatPassesOnToOneThatIsNoneLoadsOneByOne() throws Exception {
    WarmupBuilds.listen(recorder::built);
    LoadingCache<String, String> reloading =
        CacheBuilder.newBuilder()
            .build(
                CacheLoader.asyncReloading(CacheLoader.from(key -> "one " + key), Runnable::run));
    WarmupBuilds.listen(null);
    ValueLoader loader = targetOf(reloading).ownLoader();
    assertThat(loader.loadAll(List.of("a", "b"))).isEqualTo(Map.of("a", "one a", "b", "one b"));
  }

  @EachVersion(
      of = "guava",
      packages = "com.google.common.",
      copied = "com.google.common.util.concurrent.internal.")
  void whatACallOfTheApplicationLoadsIsWarmed() throws Exception {
    WarmupBuilds.listen(recorder::built);
    LoadingCache<Object, Object> cache =
        CacheBuilder.newBuilder().build(CacheLoader.from(key -> "loaded " + key));
    WarmupBuilds.listen(null);
    cache.put("there", "app's");
    FilledByApplication filled = new FilledByApplication(recorder, () -> {}, name -> name);
    OwnThreads.uncounted(
            () -> {
              for (String key : List.of("loaded", "there", "put", "manual")) {
                load(filled, cache, key);
              }
            })
        .run();
    recorder.open();
    assertThat(cache.get("loaded")).isEqualTo("loaded loaded");
    cache.get("there");

    CacheObservation seen = of(cache);
    assertThat(seen.missesAvoided()).isEqualTo(1);
    assertThat(seen.hits()).isEqualTo(2);
    assertThat(seen.misses()).isZero();
    assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 2, 0, 0, 0));
  }

  private static void load(
      FilledByApplication filled, LoadingCache<Object, Object> cache, String key) {
    try {
      filled
          .watching(
              new ValueLoader() {
                @Override
                public boolean bulk() {
                  return false;
                }

                @Override
                public Object load(Object asked) throws Exception {
                  if (asked.equals("put")) {
                    cache.put(asked, "put");
                  }
                  return asked.equals("manual") ? cache.get(asked, () -> 1) : cache.get(asked);
                }

                @Override
                public Map<?, ?> loadAll(List<?> keys) {
                  throw new UnsupportedOperationException();
                }
              })
          .load(key);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private CacheTarget targetOf(Cache<?, ?> cache) {
    return caches.caches().stream()
        .filter(each -> each.delegate() == cache)
        .findFirst()
        .orElseThrow();
  }

  private CacheObservation of(Cache<?, ?> cache) {
    String name = recorder.find(cache).orElseThrow().name();
    return recorder.observe().stream()
        .filter(each -> each.cache().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static final class Products {
    final LoadingCache<String, String> cache =
        CacheBuilder.newBuilder().build(CacheLoader.from(key -> "loaded " + key));
  }

  static final class InBulk extends CacheLoader<String, String> {
    @Override
    public String load(String key) {
      return "one";
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      Map<String, String> values = new HashMap<>();
      keys.forEach(key -> values.put(key, "many"));
      return values;
    }
  }
}
