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
import org.jspecify.annotations.Nullable;

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

  /** Those that there are; each is observed from here on, whether somebody warms it or not. */
  CacheRegistry caches() {
    CacheRegistry registry = new CacheRegistry(config.caches(), sources());
    try {
      registry.caches().forEach(this::recorded);
    } catch (RuntimeException e) {
      log.warn("not every cache can be observed: " + e);
    }
    return registry;
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

  /**
   * The strategies, made anew and bound to the caches, with the listeners that came with them.
   *
   * @return null without a strategy
   */
  @Nullable WarmupService service(CacheRegistry caches, RunObserver observer) {
    return service(caches, observer, true);
  }

  /** The same for a dry run, of which listeners are not told. */
  @Nullable WarmupService rehearsal(CacheRegistry caches, RunObserver observer) {
    return service(caches, observer, false);
  }

  private @Nullable WarmupService service(
      CacheRegistry caches, RunObserver observer, boolean listened) {
    List<NamedStrategy> found = strategies.strategies(application, loader, caches);
    return found.isEmpty()
        ? null
        : new WarmupService(
            found.stream().map(strategy -> binding(strategy, caches)).toList(),
            observer,
            listened ? strategies.listeners(loader) : List.of());
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
