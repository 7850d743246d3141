package io.warmup.agent.integration.spring;

import io.warmup.agent.lifecycle.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/**
 * The scope {@code request} of a web application's context, in which a strategy's unit of work
 * counts as a request too. On every other thread it is what it was. Thread-safe.
 *
 * <p>{@code RequestContextHolder} is left empty: applications take whatever stands there for a
 * servlet's request.
 */
final class WarmupRequests implements org.springframework.beans.factory.config.Scope {

  /** {@code WebApplicationContext.SCOPE_REQUEST}, since Spring 2.0. */
  private static final String REQUEST = "request";

  private final org.springframework.beans.factory.config.Scope web;
  private final ThreadLocal<@Nullable Request> current = new ThreadLocal<>();

  private WarmupRequests(org.springframework.beans.factory.config.Scope web) {
    this.web = web;
  }

  /**
   * Takes the place of the context's own.
   *
   * @return null where there are no requests: WebFlux knows no such scope
   */
  static @Nullable WarmupRequests in(ConfigurableBeanFactory beans) {
    org.springframework.beans.factory.config.Scope web = beans.getRegisteredScope(REQUEST);
    if (web == null) {
      return null;
    }
    WarmupRequests requests = new WarmupRequests(web);
    beans.registerScope(REQUEST, requests);
    return requests;
  }

  /** One more request. */
  Scope begin() {
    return new Request(current);
  }

  @Override
  public Object get(String name, ObjectFactory<?> factory) {
    Request request = current.get();
    return request == null ? web.get(name, factory) : request.bean(name, factory);
  }

  @Override
  public @Nullable Object remove(String name) {
    Request request = current.get();
    return request == null ? web.remove(name) : request.remove(name);
  }

  @Override
  public void registerDestructionCallback(String name, Runnable callback) {
    Request request = current.get();
    if (request == null) {
      web.registerDestructionCallback(name, callback);
    } else {
      request.atEnd.put(name, callback);
    }
  }

  @Override
  public @Nullable Object resolveContextualObject(String key) {
    return current.get() == null ? web.resolveContextualObject(key) : null;
  }

  @Override
  public @Nullable String getConversationId() {
    Request request = current.get();
    return request == null ? web.getConversationId() : "warm-up " + request.hashCode();
  }

  /** Its beans live from the first call until it is closed. */
  private static final class Request implements Scope {

    private final ThreadLocal<@Nullable Request> current;
    private final Map<String, Object> beans = new HashMap<>();
    private final Map<String, Runnable> atEnd = new HashMap<>();

    Request(ThreadLocal<@Nullable Request> current) {
      this.current = current;
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
      Request before = current.get();
      current.set(this);
      try {
        return work.call();
      } finally {
        if (before == null) {
          current.remove();
        } else {
          current.set(before);
        }
      }
    }

    /** Making it may ask for others of this request. */
    Object bean(String name, ObjectFactory<?> factory) {
      Object known = beans.get(name);
      if (known != null) {
        return known;
      }
      Object made = factory.getObject();
      Object meanwhile = beans.putIfAbsent(name, made);
      return meanwhile == null ? made : meanwhile;
    }

    @Nullable Object remove(String name) {
      atEnd.remove(name);
      return beans.remove(name);
    }

    @Override
    public void close() {
      atEnd.values().forEach(Runnable::run);
      atEnd.clear();
      beans.clear();
    }
  }
}
