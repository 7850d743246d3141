package io.warmup.agent.lifecycle;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.log.Log;
import java.util.List;

/**
 * An application without a framework.
 *
 * @param subjects what the readiness method was called on and with
 * @param classLoader the one its classes come from
 * @param isServing as {@link Application#isServing}
 */
record PlainApplication(List<Object> subjects, ClassLoader classLoader, boolean isServing)
    implements Application {

  PlainApplication(List<Object> subjects, ClassLoader classLoader) {
    this(subjects, classLoader, false);
  }

  @Override
  public String name() {
    String main = MainClass.ofThisProcess();
    return main == null ? "application" : main.substring(main.lastIndexOf('.') + 1);
  }

  @Override
  public Beans beans() {
    return new SubjectBeans(subjects);
  }

  @Override
  public List<CacheSource> cacheSources(List<CacheLibrary> libraries, Log log) {
    return List.of();
  }
}
