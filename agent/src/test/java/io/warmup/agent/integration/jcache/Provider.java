package io.warmup.agent.integration.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.integration.trace.CacheUnderTest;
import io.warmup.agent.integration.trace.RandomTrace;
import io.warmup.agent.integration.trace.Warmed;
import io.warmup.agent.recorder.Recorder;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What holds for JCache, whoever provides it. */
final class Provider implements AutoCloseable {

  private final CacheHolders holders = new CacheHolders();
  private final JCacheCaches caches = new JCacheCaches(holders);
  private final CacheManager manager;
  private final UnaryOperator<Configuration<Integer, String>> configured;

  /**
   * @param manager makes it, as an application would
   */
  Provider(Supplier<CacheManager> manager) {
    this(manager, configuration -> configuration);
  }

  /**
   * @param manager makes it, as an application would
   * @param configured adds what the provider needs to a cache's configuration
   */
  Provider(
      Supplier<CacheManager> manager, UnaryOperator<Configuration<Integer, String>> configured) {
    this.configured = configured;
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    this.manager = manager.get();
  }

  static Provider named(String className) {
    return new Provider(
        () ->
            Caching.getCachingProvider(className, Provider.class.getClassLoader())
                .getCacheManager());
  }

  CacheHolders holders() {
    return holders;
  }

  /** Knows what is built from here on. */
  private static Recorder recorder() {
    Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
    WarmupBuilds.listen(recorder::built);
    return recorder;
  }

  /** A cache is found by its name, warmed if absent, and counted once. */
  void isWarmedAndCounted() {
    Recorder recorder = recorder();
    assertThat(caches.find("products")).as("it is not there yet").isEmpty();
    Cache<Integer, String> cache = create("products", configuration());
    CacheTarget found = caches.find("products").orElseThrow();
    assertThat(found.delegate()).isSameAs(cache);
    assertThat(found.ownLoader()).isNull();
    assertThat(found.expiryAfterWrite()).isNull();
    Warmed warmed = Warmed.of(found, ops(cache), recorder);
    warmed.isPutIfAbsentAndReadOnceAsAHit();
    warmed.yieldsToWhatTheApplicationDoesMeanwhile();
    manager.destroyCache("products");
    assertThat(caches.find("products")).isEmpty();
  }

  /** As the model says, and as the provider's own statistics do. */
  void countsAsItsOwnStatistics() throws Exception {
    RandomTrace trace = countsAsATrace();
    assertThat(statistic("counted", "CacheHits")).isEqualTo(trace.hits());
    assertThat(statistic("counted", "CacheMisses")).isEqualTo(trace.misses());
  }

  /** As the model says. */
  RandomTrace countsAsATrace() {
    Recorder recorder = recorder();
    Cache<Integer, String> cache = create("counted", configuration().setStatisticsEnabled(true));
    Warmed warmed = Warmed.of(caches.find("counted").orElseThrow(), ops(cache), recorder);
    recorder.open();
    RandomTrace trace = RandomTrace.on(ops(cache));
    warmed.countsLike(trace);
    return trace;
  }

  /** What a cache had to load is a miss, though it was answered; its loader is ours to use. */
  void readsThroughAndTellsMissesFromHits() throws Exception {
    Prices.LOADS.set(0);
    Recorder recorder = recorder();
    Cache<Integer, String> cache = create("through", readThrough());
    CacheTarget found = caches.find("through").orElseThrow();
    ValueLoader loader = found.ownLoader();
    assertThat(loader.load(3)).isEqualTo("loaded 3");
    assertThat(loader.load(7)).isNull();
    assertThat(loader.loadAll(List.of(1, 7))).isEqualTo(Map.of(1, "loaded 1"));
    assertThat(cache.iterator().hasNext()).as("nothing is put by that").isFalse();

    Warmed warmed = Warmed.of(found, ops(cache), recorder);
    int before = Prices.LOADS.get();
    warmed.put(100, "warmed", null);
    assertThat(Prices.LOADS).as("to put is not to load").hasValue(before);
    recorder.open();
    warmed.countsLike(RandomTrace.on(ops(cache), Prices::price));
  }

  /** Where a load cannot be told from a hit, nothing is counted rather than something wrong. */
  void readsThroughUncounted() {
    create("through", readThrough());
    CacheTarget found = caches.find("through").orElseThrow();
    assertThat(found.ownLoader()).isNotNull();
    assertThat(found.recordedStore()).isNull();
  }

  /** What is put there goes on to the source, where a warm-up has no business. */
  void isNotWarmedIfItWritesThrough() {
    Cache<Integer, String> cache =
        create(
            "written",
            configuration()
                .setWriteThrough(true)
                .setCacheWriterFactory(FactoryBuilder.factoryOf(Ledger.class)));
    assertThatThrownBy(() -> caches.find("written")).hasMessageContaining("writes through");
    CacheTarget named = caches.named("written", cache).orElseThrow();
    assertThatThrownBy(() -> named.fence(List.of(1))).hasMessageContaining("writes through");
  }

  /** The time after which a warmed entry expires is known. */
  void tellsItsExpiry() {
    create(
        "timed",
        configuration()
            .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.FIVE_MINUTES)));
    assertThat(caches.find("timed").orElseThrow().expiryAfterWrite())
        .isEqualTo(java.time.Duration.ofMinutes(5));
  }

  /** The application may read it as often as it likes: that makes no entry older or younger. */
  void putsWithATimeToLive() {
    Cache<Integer, String> cache =
        create(
            "living",
            configuration()
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.FIVE_MINUTES)));
    CacheTarget found = caches.find("living").orElseThrow();
    assertThat(found.supportsTtl()).isTrue();
    Warmed warmed = Warmed.of(found, ops(cache), recorder());
    warmed.put(1, "short", java.time.Duration.ofMillis(1));
    warmed.put(2, "long", java.time.Duration.ofHours(1));
    warmed.put(3, "the cache's own", null);
    long patience = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
    while (cache.containsKey(1) && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }
    assertThat(cache.containsKey(1)).isFalse();
    assertThat(cache.get(2)).isEqualTo("long");
    assertThat(cache.get(3)).isEqualTo("the cache's own");
  }

  private Cache<Integer, String> create(
      String name, MutableConfiguration<Integer, String> configuration) {
    return manager.createCache(name, configured.apply(configuration));
  }

  private static MutableConfiguration<Integer, String> configuration() {
    return new MutableConfiguration<Integer, String>().setTypes(Integer.class, String.class);
  }

  private static MutableConfiguration<Integer, String> readThrough() {
    return configuration()
        .setReadThrough(true)
        .setCacheLoaderFactory(FactoryBuilder.factoryOf(Prices.class));
  }

  private static long statistic(String cache, String name) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    Set<ObjectName> beans =
        server.queryNames(
            new ObjectName("javax.cache:type=CacheStatistics,Cache=" + cache + ",*"), null);
    assertThat(beans).hasSize(1);
    return (Long) server.getAttribute(beans.iterator().next(), name);
  }

  @Override
  public void close() {
    List<String> names = new ArrayList<>();
    manager.getCacheNames().forEach(names::add);
    names.forEach(manager::destroyCache);
    manager.getCachingProvider().close();
    WarmupBuilds.listen(null);
    WarmupBridge.listen(null);
  }

  private static CacheUnderTest ops(Cache<Integer, String> cache) {
    return new CacheUnderTest(
        cache::get, cache::getAll, cache::put, cache::remove, cache::containsKey);
  }
}
