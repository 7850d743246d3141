package io.warmup.agent.integration.spring;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.cache.interceptor.CacheOperation;
import org.springframework.cache.interceptor.CacheOperationSource;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The cache names in the application's {@code @Cacheable} and its like, as Spring itself reads
 * them.
 */
final class DeclaredCacheNames {

  private DeclaredCacheNames() {}

  /** Sorted; a modifiable set of the caller's own. */
  static Set<String> in(ApplicationContext context) {
    Set<String> names = new TreeSet<>();
    for (CacheOperationSource source :
        context.getBeansOfType(CacheOperationSource.class, false, false).values()) {
      for (String bean : context.getBeanDefinitionNames()) {
        Class<?> type = context.getType(bean, false);
        if (type != null && source.isCandidateClass(ClassUtils.getUserClass(type))) {
          add(names, source, ClassUtils.getUserClass(type));
        }
      }
    }
    return names;
  }

  private static void add(Set<String> names, CacheOperationSource source, Class<?> type) {
    for (Method method : ReflectionUtils.getUniqueDeclaredMethods(type)) {
      Collection<CacheOperation> operations = source.getCacheOperations(method, type);
      if (operations != null) {
        operations.forEach(operation -> names.addAll(operation.getCacheNames()));
      }
    }
  }
}
