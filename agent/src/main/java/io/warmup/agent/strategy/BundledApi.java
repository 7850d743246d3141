package io.warmup.agent.strategy;

import io.warmup.agent.log.Log;
import io.warmup.api.CacheWarmupStrategy;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

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
    URL agent = BundledApi.class.getClassLoader().getResource(AGENT_CLASS_FILE);
    String agentJar = agent == null ? "" : origin(agent, AGENT_CLASS_FILE);
    try {
      Enumeration<URL> copies = application.getResources(CLASS_FILE);
      while (copies.hasMoreElements()) {
        String copy = origin(copies.nextElement(), CLASS_FILE);
        if (!copy.equals(agentJar)) {
          log.warn(
              "the application carries a copy of warmup-api, "
                  + copy
                  + ", which the agent brings anyway: leave it out, lest it is of another version");
          return;
        }
      }
    } catch (IOException e) {
      log.warn("the application's class path cannot be searched for copies of warmup-api: " + e);
    }
  }

  private static String origin(URL file, String name) {
    String text = file.toString();
    String root = text.substring(0, text.length() - name.length());
    return root.endsWith("!/") ? root.substring(0, root.length() - 2) : root;
  }
}
