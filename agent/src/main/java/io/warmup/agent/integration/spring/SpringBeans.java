package io.warmup.agent.integration.spring;

import io.warmup.agent.lifecycle.Beans;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.support.ScopeNotActiveException;
import org.springframework.context.ApplicationContext;

/** Beans of an application context, with its own reasons in plain words. */
final class SpringBeans implements Beans {

  /** Since Spring 5.3. */
  private static final boolean TELLS_SCOPE =
      SpringBeans.class
              .getClassLoader()
              .getResource(
                  "org/springframework/beans/factory/support/ScopeNotActiveException.class")
          != null;

  private final ApplicationContext context;

  SpringBeans(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public <T> T get(Class<T> type) {
    try {
      return context.getBean(type);
    } catch (NoUniqueBeanDefinitionException e) {
      throw because(
          "several beans are a "
              + type.getName()
              + ": "
              + Arrays.toString(context.getBeanNamesForType(type))
              + "; ask for one by its name",
          e);
    } catch (NoSuchBeanDefinitionException e) {
      throw because("no bean is a " + type.getName(), e);
    } catch (BeansException e) {
      throw unusable("the bean of type " + type.getName(), e);
    }
  }

  @Override
  public <T> T get(String name, Class<T> type) {
    try {
      return context.getBean(name, type);
    } catch (NoSuchBeanDefinitionException e) {
      throw because(
          "no bean is named '"
              + name
              + "'; of type "
              + type.getName()
              + " there are "
              + Arrays.toString(context.getBeanNamesForType(type)),
          e);
    } catch (BeanNotOfRequiredTypeException e) {
      throw because(
          "bean '" + name + "' is a " + e.getActualType().getName() + ", not a " + type.getName(),
          e);
    } catch (BeansException e) {
      throw unusable("bean '" + name + "'", e);
    }
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(context.getBeanProvider(type).getIfUnique());
  }

  /** Without making it. */
  @Override
  public boolean has(String name) {
    return context.containsBean(name);
  }

  private static NoSuchElementException unusable(String bean, BeansException cause) {
    boolean inactive = TELLS_SCOPE && cause instanceof ScopeNotActiveException;
    return because(
        bean
            + (inactive
                ? " is in a scope that is not active while a strategy runs"
                : " cannot be had: " + cause.getMessage()),
        cause);
  }

  private static NoSuchElementException because(String reason, BeansException cause) {
    return new NoSuchElementException(reason, cause);
  }
}
