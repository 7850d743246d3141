package io.warmup.agent.integration.libraries;

import io.warmup.agent.lifecycle.Beans;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The beans of an application without a container. */
public final class NoBeans implements Beans {

  @Override
  public <T> T get(Class<T> type) {
    throw new NoSuchElementException(type.getName());
  }

  @Override
  public <T> T get(String name, Class<T> type) {
    throw new NoSuchElementException(name);
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    return Optional.empty();
  }
}
