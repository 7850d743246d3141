package io.warmup.agent.instrument;

import io.warmup.agent.jar.OwnJar;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/**
 * A class of the agent's, defined once more in a loader and so in a module of its own: a package of
 * the JDK that is opened to it stays closed to the application. It may name JDK types only.
 */
final class LoneClass {

  private LoneClass() {}

  /**
   * One of that class.
   *
   * @param model public, as its constructor is, which takes nothing
   * @param opened a package of java.base
   * @throws IllegalStateException if the JVM does not let us
   */
  static Object make(Class<?> model, String opened, Instrumentation instrumentation) {
    String name = model.getName();
    byte[] bytes = OwnJar.classFile(name);
    ClassLoader alone =
        new ClassLoader(null) {
          @Override
          protected Class<?> findClass(String wanted) throws ClassNotFoundException {
            if (!wanted.equals(name)) {
              throw new ClassNotFoundException(wanted);
            }
            return defineClass(wanted, bytes, 0, bytes.length);
          }
        };
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of(opened, Set.of(alone.getUnnamedModule())),
        Set.of(),
        Map.of());
    try {
      return alone.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(opened + " cannot be reached", e);
    }
  }
}
