package io.warmup.agent.strategy;

import io.warmup.agent.jar.OwnJar;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Where strategy jars and the agent's adapters meet the application: the api comes from the agent,
 * everything else as the application itself sees it.
 *
 * <p>The adapters ({@code io.warmup.agent.integration.*}) are in the agent jar but compiled against
 * the application's libraries, so they are defined here, once an application. Right in every
 * packaging, child-first loaders too, where a plain URLClassLoader would find a second copy of the
 * api.
 */
public final class ApplicationClassLoader extends URLClassLoader {

  private static final String ADAPTERS = "io.warmup.agent.integration.";
  private static final String AGENT = "io.warmup.agent.";
  private static final String API = "io.warmup.api.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader agent = ApplicationClassLoader.class.getClassLoader();

  /**
   * A loader for one application.
   *
   * @param strategyJars may be empty
   * @param application the application's own loader
   */
  public ApplicationClassLoader(List<URL> strategyJars, ClassLoader application) {
    super("warmup", strategyJars.toArray(URL[]::new), application);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(ADAPTERS)) {
      return adapter(name);
    }
    if (name.startsWith(API) || name.startsWith(AGENT)) {
      return agent.loadClass(name);
    }
    return super.loadClass(name, resolve);
  }

  private Class<?> adapter(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      byte[] bytes = bytesOf(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private static byte[] bytesOf(String name) throws ClassNotFoundException {
    try {
      return OwnJar.classFile(name);
    } catch (IllegalStateException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
