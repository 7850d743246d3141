package io.warmup.agent.integration.quarkus;

import io.quarkus.arc.ArcContainer;
import io.quarkus.cache.CacheManager;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.lifecycle.Scope;
import io.warmup.agent.log.Log;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** A Quarkus application as an application to warm. */
final class QuarkusApplication implements Application {

  private final ArcContainer container;
  private final ClassLoader loader;
  private final boolean serving;

  QuarkusApplication(ArcContainer container, ClassLoader loader) {
    this(container, loader, false);
  }

  QuarkusApplication(ArcContainer container, ClassLoader loader, boolean serving) {
    this.container = container;
    this.loader = loader;
    this.serving = serving;
  }

  @Override
  public String name() {
    return ConfigProvider.getConfig(loader)
        .getOptionalValue("quarkus.application.name", String.class)
        .orElse("Quarkus application");
  }

  @Override
  public ClassLoader classLoader() {
    return loader;
  }

  @Override
  public Beans beans() {
    return new QuarkusBeans(container);
  }

  @Override
  public List<CacheSource> cacheSources(List<CacheLibrary> libraries, Log log) {
    return QuarkusCaches.arePossible(loader) ? OfManager.of(container, libraries) : List.of();
  }

  /** In quarkus-cache, which need not be there. */
  private static final class OfManager {

    static List<CacheSource> of(ArcContainer container, List<CacheLibrary> libraries) {
      CacheManager manager = container.instance(CacheManager.class).get();
      return manager == null ? List.of() : List.of(new QuarkusCaches(manager, libraries));
    }
  }

  @Override
  public boolean isServing() {
    return serving;
  }

  @Override
  public Scope newScope() {
    return new RequestScope(container.requestContext());
  }

  @Override
  public @Nullable Runnable refuseReadiness() {
    return ReadinessCheck.isPossible(loader) ? ReadinessCheck.register() : null;
  }
}
