package io.warmup.agent.strategy;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Scope;
import io.warmup.agent.log.Log;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupListener;
import java.net.URL;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds an application's strategies and listeners and gets them ready. */
public final class StrategyDiscovery {

  private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);

  private final WarmupConfig config;
  private final Duration patience;
  private final Log log;

  /** Lines about what cannot be used go to the log. */
  public StrategyDiscovery(WarmupConfig config, Log log) {
    this.config = config;
    this.patience = patienceWithin(config.gate().timeout());
    this.log = log;
  }

  /** The loader for the strategies of an application, over the jars of {@code strategies-path}. */
  public ApplicationClassLoader loaderFor(ClassLoader application) {
    List<URL> jars = new StrategyJars(log).find(config.strategiesPath());
    return new ApplicationClassLoader(jars, application);
  }

  /** The listeners, in the order of their jars. */
  public List<WarmupListener> listeners(ApplicationClassLoader loader) {
    return providers(loader).of(WarmupListener.class).stream().map(Provided::instance).toList();
  }

  /**
   * The strategies that can run, in the order of their jars. Each one that cannot costs a line.
   *
   * @param caches handed to the strategies
   */
  public List<NamedStrategy> strategies(
      Application application, ApplicationClassLoader loader, CacheRegistry caches) {
    Map<String, NamedStrategy> ready = new LinkedHashMap<>();
    for (Provided<? extends CacheWarmupStrategy<?, ?>> found : found(loader)) {
      NamedStrategy strategy = ready(found, application, loader, caches);
      if (strategy == null) {
        continue;
      }
      NamedStrategy first = ready.putIfAbsent(strategy.name(), strategy);
      if (first != null) {
        log.warn(
            "two strategies are named "
                + strategy.name()
                + ": the one in "
                + first.origin()
                + " is used, the one in "
                + strategy.origin()
                + " is left out; give one of them another getName()");
      }
    }
    reportJarsWithoutStrategies(loader);
    reportUnmatchedSections(ready);
    return List.copyOf(ready.values());
  }

  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  private List<Provided<CacheWarmupStrategy<?, ?>>> found(ApplicationClassLoader loader) {
    List<Provided<CacheWarmupStrategy>> found = providers(loader).of(CacheWarmupStrategy.class);
    if (!found.isEmpty()) {
      BundledApi.report(loader.getParent(), log);
    }
    return found.stream()
        .map(it -> new Provided<CacheWarmupStrategy<?, ?>>(it.instance(), it.origin()))
        .toList();
  }

  private Providers providers(ApplicationClassLoader loader) {
    return new Providers(loader, patience, log);
  }

  private @Nullable NamedStrategy ready(
      Provided<? extends CacheWarmupStrategy<?, ?>> found,
      Application application,
      ApplicationClassLoader loader,
      CacheRegistry caches) {
    CacheWarmupStrategy<?, ?> strategy = inScope(found.instance(), application);
    String className = found.instance().getClass().getName();
    try {
      return Patience.call(
          "warmup-initialize",
          patience,
          loader,
          () -> {
            String name = strategy.getName();
            StrategyConfig section = config.strategy(name);
            if (section.enabled()) {
              strategy.initialize(new StrategyContext(application, caches, section.settings()));
            }
            return new NamedStrategy(name, found.origin(), strategy, section);
          });
    } catch (TimeoutException e) {
      leftOut(
          className,
          found,
          "its initialize has not returned within " + patience.toSeconds() + " s");
    } catch (Throwable e) {
      leftOut(className, found, "its initialize threw " + e);
    }
    return null;
  }

  /** Wrapped only where the framework asks for it. */
  private static CacheWarmupStrategy<?, ?> inScope(
      CacheWarmupStrategy<?, ?> strategy, Application application) {
    return application.newScope() == Scope.NONE
        ? strategy
        : ScopedStrategy.of(strategy, application);
  }

  private void leftOut(String className, Provided<?> found, String reason) {
    log.warn(className + " in " + found.origin() + " is left out: " + reason);
  }

  private void reportJarsWithoutStrategies(ApplicationClassLoader loader) {
    String list = ProviderFile.nameFor(CacheWarmupStrategy.class);
    if (loader.getURLs().length > 0 && loader.findResource(list) == null) {
      log.warn(
          config.strategiesPath()
              + " has no "
              + list
              + ", so no strategy is taken from it; add that file, with the strategy's class name in it");
    }
  }

  private void reportUnmatchedSections(Map<String, NamedStrategy> ready) {
    for (String section : config.strategies().keySet()) {
      if (!ready.containsKey(section)) {
        log.warn(
            "strategies."
                + section
                + ": no strategy has that name; found are "
                + new TreeSet<>(ready.keySet())
                + ". The section has no effect");
      }
    }
  }

  /**
   * How long a constructor or {@code initialize} may take: one that hangs leaves time for the
   * others' warm-up.
   */
  private static Duration patienceWithin(Duration gateTimeout) {
    Duration third = gateTimeout.dividedBy(3);
    return third.compareTo(LONGEST_PATIENCE) < 0 ? third : LONGEST_PATIENCE;
  }
}
