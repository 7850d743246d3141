package io.warmup.agent.integration.spring;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.lifecycle.Scope;
import io.warmup.agent.log.Log;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** An application context as an application to warm. */
final class SpringApplication implements Application {

  /**
   * Before the context path, in the id of a WAR's context ({@code
   * ConfigurableWebApplicationContext.APPLICATION_CONTEXT_ID_PREFIX}, Spring 5.3 to 7.0).
   */
  private static final String WAR = "org.springframework.web.context.WebApplicationContext:";

  private final ConfigurableApplicationContext context;
  private final boolean serving;
  private @Nullable Supplier<Scope> scopes;

  SpringApplication(ConfigurableApplicationContext context) {
    this(context, false);
  }

  SpringApplication(ConfigurableApplicationContext context, boolean serving) {
    this.context = context;
    this.serving = serving;
  }

  @Override
  public String name() {
    String name = context.getEnvironment().getProperty("spring.application.name");
    return name == null || name.isBlank() ? named(context.getId()) : name;
  }

  /** A WAR goes by its context path, as its file does in Tomcat. */
  private static String named(String id) {
    if (!id.startsWith(WAR)) {
      return id;
    }
    String path = id.substring(id.startsWith(WAR + "/") ? WAR.length() + 1 : WAR.length());
    return path.isEmpty() ? "ROOT" : path;
  }

  /**
   * As the context took it when it was refreshed, on the application's own thread. Its own {@code
   * getClassLoader()} gives the calling thread's context loader where none was set, and the agent's
   * threads have the system loader there from Java 19 on.
   */
  @Override
  public ClassLoader classLoader() {
    return Objects.requireNonNullElseGet(
        context.getBeanFactory().getBeanClassLoader(), () -> context.getClass().getClassLoader());
  }

  @Override
  public Beans beans() {
    return new SpringBeans(context);
  }

  @Override
  public List<CacheSource> cacheSources(List<CacheLibrary> libraries, Log log) {
    return SpringCaches.arePossible(classLoader())
        ? List.of(new SpringCaches(context, libraries, log))
        : List.of();
  }

  @Override
  public boolean isServing() {
    return serving;
  }

  @Override
  public Scope newScope() {
    return scopes().get();
  }

  private synchronized Supplier<Scope> scopes() {
    if (scopes == null) {
      WarmupRequests requests = WarmupRequests.in(context.getBeanFactory());
      scopes = requests == null ? () -> Scope.NONE : requests::begin;
    }
    return scopes;
  }

  @Override
  public void onClose(Runnable action) {
    context.addApplicationListener(
        (ContextClosedEvent closed) -> {
          if (closed.getApplicationContext() == context) {
            action.run();
          }
        });
  }
}
