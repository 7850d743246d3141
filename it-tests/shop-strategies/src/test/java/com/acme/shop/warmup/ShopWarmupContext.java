package com.acme.shop.warmup;

import io.warmup.api.Settings;
import io.warmup.api.WarmupContext;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The running shop, handed to a strategy. */
record ShopWarmupContext(ApplicationContext shop, Settings settings) implements WarmupContext {

  ShopWarmupContext(ApplicationContext shop, Map<String, Object> settings) {
    this(shop, Settings.of(settings));
  }

  @Override
  public <T> T bean(Class<T> type) {
    return shop.getBean(type);
  }

  @Override
  public <T> T bean(String name, Class<T> type) {
    return shop.getBean(name, type);
  }

  @Override
  public <T> Optional<T> findBean(Class<T> type) {
    return Optional.ofNullable(shop.getBeanProvider(type).getIfUnique());
  }

  @Override
  public <C> C cache(String name, Class<C> type) {
    throw new NoSuchElementException("no cache is known here: " + name);
  }

  @Override
  public Set<String> cacheNames() {
    return Set.of();
  }

  @Override
  public ClassLoader classLoader() {
    return shop.getClassLoader();
  }
}
