package io.warmup.agent.integration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the application has of the libraries that adapters need. Asked before a class is touched
 * that cannot even be linked without its library; looked for once, since a look at what is not
 * there goes through all of the application's jars.
 */
public final class ClassPath {

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private ClassPath() {}

  /**
   * Whether it has a class.
   *
   * @param classFile with slashes, and {@code .class}
   */
  public static boolean has(String classFile) {
    return KNOWN.computeIfAbsent(
        classFile, file -> ClassPath.class.getClassLoader().getResource(file) != null);
  }
}
