package io.warmup.agent.strategy;

import io.warmup.agent.log.Log;
import io.warmup.api.CacheWarmupStrategy;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An application that carries the api itself, which the agent brings. Only one of the two is used,
 * so that a strategy is never "not a subtype" of its own interface.
 */
final class BundledApi {

  private static final String CLASS_FILE =
      CacheWarmupStrategy.class.getName().replace('.', '/') + ".class";
  private static final String AGENT_CLASS_FILE =
      BundledApi.class.getName().replace('.', '/') + ".class";

  private BundledApi() {}

  /** Says so in one line. */
  static void report(ClassLoader application, Log log) {
    try {
      Set<String> copies = origins(application, CLASS_FILE);
      copies.removeAll(origins(BundledApi.class.getClassLoader(), AGENT_CLASS_FILE));
      if (!copies.isEmpty()) {
        log.warn(
            "the application carries a copy of warmup-api, "
                + copies.iterator().next()
                + ", which the agent brings anyway: leave it out, lest it is of another version");
      }
    } catch (IOException e) {
      log.warn("the application's class path cannot be searched for copies of warmup-api: " + e);
    }
  }

  /** The jars and folders that have the file. */
  private static Set<String> origins(ClassLoader loader, String file) throws IOException {
    Set<String> origins = new LinkedHashSet<>();
    Enumeration<URL> found = loader.getResources(file);
    while (found.hasMoreElements()) {
      String url = found.nextElement().toString();
      origins.add(url.substring(0, url.length() - file.length()));
    }
    return origins;
  }
}
