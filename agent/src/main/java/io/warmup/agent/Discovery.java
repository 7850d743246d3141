package io.warmup.agent;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.FilledByApplication;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.RecordedTarget;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.strategy.ApplicationClassLoader;
import io.warmup.agent.strategy.NamedStrategy;
import io.warmup.agent.strategy.ScopedLoader;
import io.warmup.agent.strategy.StrategyDiscovery;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.StrategyBinding;
import io.warmup.agent.warmer.WarmupService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what an application has to be warmed: its caches, and the strategies that name them. */
final class Discovery {

  private final Application application;
  private final WarmupConfig config;
  private final Recorder recorder;
  private final CacheHolders holders;
  private final Log log;
  private final StrategyDiscovery strategies;
  private final ApplicationClassLoader loader;

  /**
   * @param config says where strategies are, and what caches are called
   * @param log told of whatever cannot be used
   */
  Discovery(
      Application application,
      WarmupConfig config,
      Recorder recorder,
      CacheHolders holders,
      Log log) {
    this.application = application;
    this.config = config;
    this.recorder = recorder;
    this.holders = holders;
    this.log = log;
    this.strategies = new StrategyDiscovery(config, log);
    this.loader = strategies.loaderFor(application.classLoader());
  }

  /** Where to find those that there are. */
  CacheRegistry caches() {
    return new CacheRegistry(config.caches(), this::sources);
  }

  /** Each that there is is observed from here on, whether somebody warms it or not. */
  void observe(CacheRegistry caches) {
    try {
      caches.caches().forEach(this::recorded);
    } catch (RuntimeException e) {
      log.warn("not every cache can be observed: " + e);
    }
  }

  private List<CacheSource> sources() {
    Adapters adapters = new Adapters(loader);
    List<CacheLibrary> libraries = adapters.cacheLibraries(recorder, holders);
    // Libraries first: they know only caches that exist, a framework may make one of any name.
    List<CacheSource> sources = new ArrayList<>(libraries);
    adapters
        .redisCaches(holders, config.redisCaches(), application.beans(), log)
        .ifPresent(sources::add);
    List<CacheSource> frameworks = application.cacheSources(libraries, log);
    CacheSource byArgument = new CachesByArgument(libraries, frameworks);
    sources.add(byArgument);
    sources.addAll(frameworks);
    if (application.isServing()) {
      List<CacheSource> toCome = new ArrayList<>(libraries);
      toCome.add(byArgument);
      sources.add(new CachesToCome(toCome, config.gate().timeout()));
    }
    return sources;
  }

  /** The strategies, made anew. */
  List<NamedStrategy> strategies(CacheRegistry caches) {
    return strategies.strategies(application, loader, caches);
  }

  /** Strategies bound to the caches, with the listeners that came with them. */
  WarmupService service(List<NamedStrategy> found, CacheRegistry caches, RunObserver observer) {
    return new WarmupService(bindings(found, caches), observer, strategies.listeners(loader));
  }

  /** The same for a dry run, of which listeners are not told. */
  WarmupService rehearsal(List<NamedStrategy> found, CacheRegistry caches, RunObserver observer) {
    return new WarmupService(bindings(found, caches), observer, List.of());
  }

  private List<StrategyBinding> bindings(List<NamedStrategy> found, CacheRegistry caches) {
    return found.stream().map(strategy -> binding(strategy, caches)).toList();
  }

  private StrategyBinding binding(NamedStrategy found, CacheRegistry caches) {
    return new StrategyBinding(
        found.strategy(),
        found.config(),
        loader,
        OwnThreads::uncounted,
        name ->
            name.equals(CacheRegistry.UNNAMED)
                ? Optional.of(filledByApplication(caches))
                : caches.find(name).map(this::recorded),
        own -> ScopedLoader.of(own, application),
        () -> new Adapters(loader).claims(holders, application.name()));
  }

  private CacheTarget filledByApplication(CacheRegistry caches) {
    return new FilledByApplication(
        recorder,
        () -> caches.caches().forEach(this::recorded),
        name -> caches.aliasesOf(name).stream().findFirst().orElse(name));
  }

  private CacheTarget recorded(CacheTarget cache) {
    return RecordedTarget.of(cache, recorder);
  }
}
