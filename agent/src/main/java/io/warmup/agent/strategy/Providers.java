package io.warmup.agent.strategy;

import io.warmup.agent.log.Log;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Finds the providers of a service in the strategy jars, then on the application's class path, and
 * makes them one at a time: one that cannot be made costs one line that names its jar and class,
 * never the others.
 */
final class Providers {

  private final ApplicationClassLoader loader;
  private final Duration patience;
  private final Log log;

  /**
   * @param patience how long a constructor may take
   */
  Providers(ApplicationClassLoader loader, Duration patience, Log log) {
    this.loader = loader;
    this.patience = patience;
    this.log = log;
  }

  <T> List<Provided<T>> of(Class<T> service) {
    List<Provided<T>> provided = new ArrayList<>();
    origins(service)
        .forEach(
            (name, origin) -> {
              try {
                T instance =
                    Patience.call("warmup-provider", patience, loader, () -> make(service, name));
                provided.add(new Provided<>(instance, origin));
              } catch (TimeoutException e) {
                leftOut(
                    name,
                    origin,
                    "its constructor has not returned within " + patience.toSeconds() + " s");
              } catch (Throwable e) {
                leftOut(name, origin, reason(service, e));
              }
            });
    return provided;
  }

  /** Provider class name → where it is named; a name that stands in several files counts once. */
  private Map<String, String> origins(Class<?> service) {
    Map<String, String> origins = new LinkedHashMap<>();
    for (ProviderFile file : files(service)) {
      try {
        file.providers().forEach(name -> origins.putIfAbsent(name, file.origin()));
      } catch (IOException e) {
        log.warn(file.origin() + ": its list of strategies cannot be read (" + e + ")");
      }
    }
    return origins;
  }

  private List<ProviderFile> files(Class<?> service) {
    String name = ProviderFile.nameFor(service);
    List<ProviderFile> files = new ArrayList<>();
    try {
      add(files, loader.findResources(name));
      add(files, loader.getParent().getResources(name));
    } catch (IOException e) {
      log.warn("strategies cannot be looked for (" + e + ")");
    }
    return files;
  }

  private static void add(List<ProviderFile> files, Enumeration<URL> urls) {
    Collections.list(urls).forEach(url -> files.add(new ProviderFile(url)));
  }

  private <T> T make(Class<T> service, String name) throws ReflectiveOperationException {
    Class<?> type = Class.forName(name, true, loader);
    if (!service.isAssignableFrom(type)) {
      throw new ClassCastException(whyNot(service, type));
    }
    return service.cast(type.getConstructor().newInstance());
  }

  private static String whyNot(Class<?> service, Class<?> type) {
    try {
      Class<?> theirs = type.getClassLoader().loadClass(service.getName());
      if (theirs != service) {
        return "the application brings its own copy of the api ("
            + theirs.getProtectionDomain().getCodeSource().getLocation()
            + "); put the strategy into strategies-path instead of the application";
      }
    } catch (ClassNotFoundException | RuntimeException e) {
      // Its loader cannot tell: the plain reason below is all there is.
    }
    return "it does not implement " + service.getSimpleName();
  }

  private static String reason(Class<?> service, Throwable e) {
    if (e instanceof InvocationTargetException thrown && thrown.getCause() != null) {
      return "its constructor threw " + thrown.getCause();
    }
    if (e instanceof ClassNotFoundException) {
      return "there is no such class";
    }
    if (e instanceof NoSuchMethodException) {
      return "it has no public no-argument constructor";
    }
    if (e instanceof ClassCastException) {
      return String.valueOf(e.getMessage());
    }
    return String.valueOf(e);
  }

  private void leftOut(String name, String origin, String reason) {
    log.warn(name + " in " + origin + " is left out: " + reason);
  }
}
