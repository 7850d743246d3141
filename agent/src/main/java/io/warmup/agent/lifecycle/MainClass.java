package io.warmup.agent.lifecycle;

import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The class whose {@code main} the JVM is going to call. Asked in premain: no lambda, no regular
 * expression.
 */
final class MainClass {

  private MainClass() {}

  /** Null: it cannot be told. */
  static @Nullable String ofThisProcess() {
    return of(
        System.getProperty("sun.java.command", ""), System.getProperty("java.class.path", ""));
  }

  /**
   * @param command {@code sun.java.command}: class, module/class or jar, then arguments
   * @param classPath after {@code -jar} it is that jar, which may have spaces in its path
   */
  static @Nullable String of(String command, String classPath) {
    if (!classPath.isEmpty() && (command + " ").startsWith(classPath + " ")) {
      return ofJar(classPath);
    }
    int end = command.indexOf(' ');
    String first = end < 0 ? command : command.substring(0, end);
    String main = first.substring(first.indexOf('/') + 1);
    return main.isEmpty() ? null : main;
  }

  private static @Nullable String ofJar(String path) {
    try (JarFile jar = new JarFile(path)) {
      Manifest manifest = jar.getManifest();
      return manifest == null
          ? null
          : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    } catch (IOException e) {
      return null;
    }
  }
}
