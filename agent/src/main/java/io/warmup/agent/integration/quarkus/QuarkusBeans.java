package io.warmup.agent.integration.quarkus;

import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.arc.impl.ArcContainerImpl;
import io.warmup.agent.lifecycle.Beans;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Arc's beans, and why one cannot be had: Quarkus drops at build time what nobody injects. */
final class QuarkusBeans implements Beans {

  private final ArcContainer container;

  QuarkusBeans(ArcContainer container) {
    this.container = container;
  }

  @Override
  public <T> T get(Class<T> type) {
    InjectableInstance<T> found = container.select(type);
    if (found.isAmbiguous()) {
      throw new NoSuchElementException(
          "several beans are a " + type.getName() + ": " + classesOf(found));
    }
    if (found.isUnsatisfied()) {
      throw new NoSuchElementException(whyMissing(type));
    }
    return usable(found.getHandle(), type.getName());
  }

  @Override
  public <T> T get(String name, Class<T> type) {
    InstanceHandle<Object> found = container.instance(name);
    if (!found.isAvailable()) {
      throw new NoSuchElementException(
          "no bean is named '" + name + "' (in Quarkus only what is @Named has a name)");
    }
    Object bean = usable(found, "'" + name + "'");
    if (!type.isInstance(bean)) {
      throw new NoSuchElementException(
          "bean '" + name + "' is a " + bean.getClass().getName() + ", not a " + type.getName());
    }
    return type.cast(bean);
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    InjectableInstance<T> found = container.select(type);
    return found.isResolvable()
        ? Optional.of(usable(found.getHandle(), type.getName()))
        : Optional.empty();
  }

  private <T> T usable(InstanceHandle<T> found, String what) {
    Class<? extends Annotation> scope = found.getBean().getScope();
    if (!isDependent(scope) && container.getActiveContext(scope) == null) {
      throw new NoSuchElementException(
          "the bean "
              + what
              + " is @"
              + scope.getSimpleName()
              + ", a scope that is not active while a strategy runs");
    }
    return found.get();
  }

  /** By name: it is in {@code javax} up to Quarkus 2. */
  private static boolean isDependent(Class<? extends Annotation> scope) {
    return scope.getName().endsWith(".enterprise.context.Dependent");
  }

  private static String whyMissing(Class<?> type) {
    boolean removed =
        ArcContainerImpl.instance().getRemovedBeans().stream()
            .anyMatch(bean -> bean.getTypes().contains(type));
    return removed
        ? "the bean "
            + type.getName()
            + " was removed as unused when the application was built: inject it somewhere, or name it"
            + " in quarkus.arc.unremovable-types"
        : "no bean is a " + type.getName();
  }

  private static List<String> classesOf(InjectableInstance<?> found) {
    List<String> classes = new ArrayList<>();
    for (InstanceHandle<?> handle : found.handles()) {
      classes.add(handle.getBean().getBeanClass().getName());
    }
    return classes;
  }
}
