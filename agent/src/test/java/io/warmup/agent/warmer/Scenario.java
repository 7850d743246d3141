package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.thread.AgentThreads;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.Settings;
import io.warmup.api.WarmupListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strategies, caches and a service over them, put together in a few words. */
final class Scenario implements AutoCloseable {

  /** Loads one key. */
  interface Loader {
    @Nullable Object load(Object key) throws Exception;
  }

  /** Loads several. */
  interface BulkLoader {
    Map<Object, @Nullable Object> load(List<Object> keys) throws Exception;
  }

  final Map<String, MapTarget> caches = new ConcurrentHashMap<>();
  final Observed observed = new Observed();
  final List<WarmupListener> listeners = new ArrayList<>();
  private final List<Strategy> strategies = new ArrayList<>();
  private Time time = Time.SYSTEM;
  private @Nullable WarmupService service;

  Strategy add(String name) {
    return add(new Strategy(name));
  }

  Strategy add(Strategy strategy) {
    strategies.add(strategy);
    return strategy;
  }

  MapTarget cache(String name) {
    return caches.computeIfAbsent(name, made -> new MapTarget(made, !made.contains("no-ttl")));
  }

  Scenario at(Time virtual) {
    time = virtual;
    return this;
  }

  WarmupService service() {
    WarmupService made = service;
    if (made == null) {
      made =
          new WarmupService(
              strategies.stream().map(s -> s.binding(this::find)).toList(),
              observed,
              listeners,
              new Engine(time, AgentThreads.workers("worker"), () -> 0.5));
      service = made;
    }
    return made;
  }

  /** The file says of the strategies what they say now. */
  void reconfigure() {
    Map<String, StrategyConfig> sections = new java.util.LinkedHashMap<>();
    strategies.forEach(s -> sections.put(s.getName(), s.binding(this::find).config()));
    service().reconfigure(sections::get, new Rollout(100, 0, "here", List.of()));
  }

  RunResult runAll() throws InterruptedException {
    return over(service().start(Trigger.START_UP));
  }

  /** Waits for the end of the run. */
  static RunResult over(Run run) throws InterruptedException {
    if (!run.await(Duration.ofSeconds(20))) {
      throw new AssertionError("the run does not end: " + run.progress());
    }
    return run.result().orElseThrow();
  }

  @Override
  public void close() {
    service().close();
  }

  private Optional<CacheTarget> find(String name) {
    return name.startsWith("no-such") ? Optional.empty() : Optional.of(cache(name));
  }

  /** A strategy, as a test describes it. Keys are 0..keys-1, values the keys as text. */
  static class Strategy implements CacheWarmupStrategy<Object, Object> {

    private final String name;
    private String cache = "cache";
    Callable<Stream<Object>> keys = Stream::of;
    Loader loader = String::valueOf;
    Concurrency concurrency = new Concurrency.Fixed(4);
    int batchSize = 10;
    double rate;
    double backgroundRate;
    int retries;
    @Nullable Duration timeout;
    Duration loadTimeout = Duration.ofMinutes(1);
    @Nullable Duration ttl;
    double ttlJitter;
    int priority;
    List<String> after = List.of();
    boolean enabled = true;
    boolean onlyMissing;
    long limit;
    List<String> schedule = List.of();
    int giveUpAfter;
    UnaryOperator<Runnable> around = UnaryOperator.identity();

    Strategy(String name) {
      this.name = name;
    }

    Strategy keys(int count) {
      keys = () -> IntStream.range(0, count).mapToObj(key -> (Object) key);
      return this;
    }

    Strategy keys(Callable<Stream<Object>> open) {
      keys = open;
      return this;
    }

    Strategy loader(Loader load) {
      loader = load;
      return this;
    }

    Strategy cache(String cacheName) {
      cache = cacheName;
      return this;
    }

    Strategy concurrency(int limit) {
      concurrency = new Concurrency.Fixed(limit);
      return this;
    }

    Strategy priority(int value) {
      priority = value;
      return this;
    }

    Strategy after(String... names) {
      after = Arrays.asList(names);
      return this;
    }

    Strategy retries(int count) {
      retries = count;
      return this;
    }

    /** The same strategy with a bulk load. */
    Strategy bulk(int size, BulkLoader bulkLoader) {
      Strategy bulk = new Bulk(name, bulkLoader);
      bulk.keys = keys;
      bulk.batchSize = size;
      return bulk;
    }

    @Override
    public Stream<Object> getKeysToWarmup() throws Exception {
      return keys.call();
    }

    @Override
    public @Nullable Object loadData(Object key) throws Exception {
      return loader.load(key);
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getCacheName() {
      return cache;
    }

    StrategyBinding binding(Function<String, Optional<CacheTarget>> caches) {
      StrategyConfig config =
          new StrategyConfig(
              enabled,
              null,
              concurrency,
              batchSize,
              rate,
              backgroundRate,
              retries,
              timeout,
              loadTimeout,
              ttl,
              ttlJitter,
              priority,
              after,
              onlyMissing,
              limit,
              schedule,
              null,
              giveUpAfter,
              StrategyConfig.Scope.INSTANCE,
              Settings.of(Map.of()));
      return new StrategyBinding(this, config, contextLoader(), around, caches);
    }

    ClassLoader contextLoader() {
      return Scenario.class.getClassLoader();
    }
  }

  private static final class Bulk extends Strategy {
    private final BulkLoader bulkLoader;

    Bulk(String name, BulkLoader bulkLoader) {
      super(name);
      this.bulkLoader = bulkLoader;
    }

    @Override
    public Map<Object, @Nullable Object> loadBatch(List<Object> batch) throws Exception {
      return bulkLoader.load(batch);
    }
  }

  /** What an observer was told, one line an event. */
  static final class Observed implements RunObserver {
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();

    @Override
    public void runStarted(int run, Trigger trigger, List<String> strategies) {
      events.add("run " + strategies);
    }

    @Override
    public void strategyStarted(int run, String strategy) {
      events.add("start " + strategy);
    }

    @Override
    public void strategyEnded(int run, StrategyResult result) {
      events.add("end " + result.stats().strategy());
    }

    @Override
    public void runEnded(RunResult result) {
      events.add("over");
    }

    @Override
    public void warning(String line) {
      warnings.add(line);
    }
  }
}
