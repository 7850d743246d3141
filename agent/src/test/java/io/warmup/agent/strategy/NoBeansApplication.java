package io.warmup.agent.strategy;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.log.Log;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** An application without a container. */
record NoBeansApplication() implements Application, Beans {

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public ClassLoader classLoader() {
    return getClass().getClassLoader();
  }

  @Override
  public Beans beans() {
    return this;
  }

  @Override
  public List<CacheSource> cacheSources(List<CacheLibrary> libraries, Log log) {
    return List.of();
  }

  @Override
  public <T> T get(Class<T> type) {
    throw new NoSuchElementException("no bean is a " + type.getName());
  }

  @Override
  public <T> T get(String name, Class<T> type) {
    return get(type);
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    return Optional.empty();
  }
}
