package io.warmup.agent.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.bridge.WarmupKeyspace;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.integration.caffeine.CaffeineCaches;
import io.warmup.agent.integration.jcache.JCacheCaches;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.libraries.RedisServer;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.FilledByApplication;
import io.warmup.agent.recorder.RecordedTarget;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.api.Arguments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.cache.configuration.MutableConfiguration;
import org.ehcache.jsr107.EhcacheCachingProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.cache.interceptor.SimpleKey;
import org.springframework.cache.jcache.JCacheCacheManager;
import org.springframework.cache.support.CompositeCacheManager;
import org.springframework.cache.support.NoOpCacheManager;
import org.springframework.cache.support.SimpleCacheManager;
import org.springframework.cache.transaction.TransactionAwareCacheDecorator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Whatever keeps Spring's caches: what the application reads back is what was warmed. */
class SpringCachesTest {

  private static final SimpleKey KEY = new SimpleKey("tea", 3);

  private final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void inMaps() {
    ConcurrentMapCacheManager manager = new ConcurrentMapCacheManager("products");
    CacheTarget target = target(manager);
    assertThat(target.kind()).isEqualTo("spring ConcurrentHashMap");
    assertThat(target.fenceStrength()).isEqualTo(FenceStrength.WATCHED);
    isWarmedAndRecorded(target, manager.getCache("products"));
    assertThat(target.size()).isEqualTo(3);
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void aNullThatTheApplicationCachedIsAHitAndStays() {
    ConcurrentMapCacheManager manager = new ConcurrentMapCacheManager("products");
    CacheTarget target = target(manager);
    Cache cache = manager.getCache("products");
    cache.put("none", null);
    assertThat(target.contains("none")).isTrue();
    assertThat(put(target, "none", "value", null)).isEqualTo(PutOutcome.ALREADY_PRESENT);
    recorder.open();
    assertThat(cache.get("none").get()).isNull();
    assertThat(observation("products").hits()).isEqualTo(1);
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void inCaffeineOneLookUpIsOneGet() {
    WarmupBuilds.listen(recorder::built);
    CaffeineCacheManager manager = new CaffeineCacheManager("products");
    manager.setCaffeine(Caffeine.newBuilder().maximumSize(100));
    WarmupBuilds.listen(null);
    isWarmedAndRecorded(target(manager), manager.getCache("products"));
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void inAsynchronousCaffeineWhereSpringHasIt() throws Exception {
    WarmupBuilds.listen(recorder::built);
    CaffeineCacheManager manager = new CaffeineCacheManager();
    try {
      CaffeineCacheManager.class
          .getMethod("setAsyncCacheMode", boolean.class)
          .invoke(manager, true);
    } catch (NoSuchMethodException before6) {
      return;
    } finally {
      WarmupBuilds.listen(null);
    }
    WarmupBuilds.listen(recorder::built);
    manager.setCacheNames(List.of("products"));
    WarmupBuilds.listen(null);
    CacheTarget target = target(manager);
    assertThat(target.kind()).isEqualTo("caffeine async");
    isWarmedAndRecorded(target, manager.getCache("products"));
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = {"com.github.benmanes.caffeine.", "org.ehcache.", "javax.cache."})
  void inJCacheOneLookUpIsOneGet() {
    try (EhcacheCachingProvider provider = new EhcacheCachingProvider()) {
      javax.cache.CacheManager jcache = provider.getCacheManager();
      jcache.createCache("products", new MutableConfiguration<>().setStoreByValue(false));
      JCacheCacheManager manager = new JCacheCacheManager(jcache);
      manager.afterPropertiesSet();
      CacheTarget target = target(manager);
      assertThat(target.kind()).isEqualTo("jcache Eh107Cache");
      isWarmedAndRecorded(target, manager.getCache("products"));
    }
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void behindATransactionAwareDecoratorACompositeAndASimpleManager() {
    SimpleCacheManager simple = new SimpleCacheManager();
    Cache inner = new ConcurrentMapCache("products");
    simple.setCaches(List.of(new TransactionAwareCacheDecorator(inner)));
    simple.afterPropertiesSet();
    CompositeCacheManager composite = new CompositeCacheManager(simple);
    CacheTarget target = target(composite, simple);
    assertThat(target.delegate()).isSameAs(inner);
    isWarmedAndRecorded(target, composite.getCache("products"));
    assertThat(caches(composite, simple).caches()).hasSize(1);
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void aCacheThatKeepsNothingIsNotLoadedFor() {
    assertThatThrownBy(() -> target(new NoOpCacheManager()))
        .hasMessage("cache 'products' keeps nothing (NoOpCache): there is nothing to warm");
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void inRedisWithTheApplicationsKeysAndTheWarmUpsTtl() throws Exception {
    try (RedisServer server = RedisServer.available()) {
      LettuceConnectionFactory factory =
          new LettuceConnectionFactory(
              new RedisStandaloneConfiguration(server.uri().getHost(), server.uri().getPort()));
      factory.afterPropertiesSet();
      try {
        startIfItCan(factory);
        RedisCacheManager manager =
            RedisCacheManager.builder(factory)
                .cacheDefaults(
                    RedisCacheConfiguration.defaultCacheConfig()
                        .prefixCacheNameWith("shop:")
                        .entryTtl(Duration.ofHours(5)))
                .build();
        manager.afterPropertiesSet();
        CacheTarget target = target(manager);
        assertThat(target.kind()).isEqualTo("spring redis");
        assertThat(target.supportsTtl()).isTrue();
        isWarmedAndRecorded(target, manager.getCache("products"));
        WarmupKeyspace.with("shop:listed");
        assertThat(caches(manager).find("other").orElseThrow().recordedStore()).isNotNull();
        assertThat(caches(manager).find("listed").orElseThrow().recordedStore())
            .as("its look-ups count where redis-caches lists its keys")
            .isNull();
        put(target, "timed", "value", Duration.ofSeconds(90));
        try (var connection = factory.getConnection()) {
          byte[] key = "shop:products::timed".getBytes("UTF-8");
          assertThat(connection.keyCommands().pTtl(key)).isBetween(1L, 90_000L);
          connection.serverCommands().flushAll();
        }
      } finally {
        factory.destroy();
      }
    }
  }

  /** From Spring Data 3 on a factory has a life cycle. */
  private static void startIfItCan(Object factory) throws ReflectiveOperationException {
    try {
      factory.getClass().getMethod("start").invoke(factory);
    } catch (NoSuchMethodException before3) {
      // It is started already.
    }
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void whatACallOfTheApplicationPutsIsWarmedInACacheThatTheManagerMakesMeanwhileToo()
      throws Exception {
    WarmupBuilds.listen(recorder::built);
    for (CacheManager manager :
        List.of(new ConcurrentMapCacheManager(), new CaffeineCacheManager())) {
      recorder.hold(); // a run begins
      SpringCaches caches = caches(manager);
      FilledByApplication filled =
          new FilledByApplication(
              recorder,
              () -> caches.caches().forEach(it -> RecordedTarget.of(it, recorder)),
              name -> name);
      ValueLoader loader =
          filled.watching(
              new AsCacheableDoes(
                  key -> {
                    Cache cache = manager.getCache("products");
                    if (cache.get(key) == null) {
                      cache.put(key, "value");
                    }
                    cache.put("evicted", "value");
                    cache.evict("evicted");
                    return "value";
                  }));
      loader.load(KEY);
      loader.load("unread");
      assertThat(filled.name()).isEqualTo("products");
      recorder.open();
      assertThat(manager.getCache("products").get(new SimpleKey("tea", 3)).get())
          .isEqualTo("value");
      CacheObservation seen = observation("products");
      assertThat(seen.missesAvoided()).isEqualTo(1);
      assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
      recorder.close();
      recorder.release();
    }
    WarmupBuilds.listen(null);
  }

  @EachVersion(
      of = "spring",
      packages = "org.springframework.",
      copied = "com.github.benmanes.caffeine.")
  void theArgumentsOfACachedMethodBecomeTheKeyThatSpringMakesOfThem() {
    WarmupBuilds.listen(recorder::built);
    for (CacheManager manager :
        List.of(new ConcurrentMapCacheManager("products"), new CaffeineCacheManager("products"))) {
      recorder.hold(); // a run begins
      CacheTarget target = target(manager);
      put(target, Arguments.of(), "all", null);
      put(target, Arguments.of("tea"), "one", null);
      put(target, Arguments.of("tea", 3), "both", null);
      assertThat(target.contains(Arguments.of("tea", 3))).isTrue();
      Cache cache = manager.getCache("products");
      recorder.open();
      assertThat(cache.get(SimpleKey.EMPTY).get()).isEqualTo("all");
      assertThat(cache.get("tea").get()).isEqualTo("one");
      assertThat(cache.get(new SimpleKey("tea", 3)).get()).isEqualTo("both");
      assertThat(observation("products").fates()).isEqualTo(new WarmedFates(3, 0, 0, 0, 0));
      recorder.close();
      recorder.release();
    }
    WarmupBuilds.listen(null);
  }

  private void isWarmedAndRecorded(CacheTarget target, Cache cache) {
    assertThat(put(target, KEY, "value", null)).isEqualTo(PutOutcome.WARMED);
    assertThat(put(target, "unread", "value", null)).isEqualTo(PutOutcome.WARMED);
    assertThat(put(target, "replaced", "value", null)).isEqualTo(PutOutcome.WARMED);
    recorder.open();
    assertThat(cache.get(new SimpleKey("tea", 3)).get()).isEqualTo("value");
    assertThat(cache.get(KEY, String.class)).isEqualTo("value");
    assertThat(cache.get("missed")).isNull();
    cache.put("replaced", "app's");

    CacheObservation seen = observation("products");
    assertThat(seen.hits()).isEqualTo(2);
    assertThat(seen.misses()).isEqualTo(1);
    assertThat(seen.missesAvoided()).isEqualTo(1);
    assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 1));
  }

  private CacheObservation observation(String cache) {
    List<CacheObservation> seen = recorder.observe();
    assertThat(seen).as("each look-up is one get").hasSize(1);
    assertThat(seen.get(0).cache()).isEqualTo(cache);
    return seen.get(0);
  }

  private SpringCaches caches(CacheManager... managers) {
    GenericApplicationContext context = new GenericApplicationContext();
    for (int i = 0; i < managers.length; i++) {
      context.getBeanFactory().registerSingleton("manager" + i, managers[i]);
    }
    context.refresh();
    return new SpringCaches(
        context,
        List.of(new CaffeineCaches(recorder), new JCacheCaches(new CacheHolders())),
        new Log());
  }

  private CacheTarget target(CacheManager... managers) {
    return RecordedTarget.of(caches(managers).find("products").orElseThrow(), recorder);
  }

  private static PutOutcome put(CacheTarget target, Object key, Object value, Duration ttl) {
    try (Fence fence = target.fence(List.of(key))) {
      return fence.put(key, value, ttl);
    }
  }

  private record AsCacheableDoes(Function<Object, Object> method) implements ValueLoader {

    @Override
    public boolean bulk() {
      return false;
    }

    @Override
    public Object load(Object key) {
      return method.apply(key);
    }

    @Override
    public Map<?, ?> loadAll(List<?> keys) {
      throw new UnsupportedOperationException();
    }
  }
}
