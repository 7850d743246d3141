package io.warmup.agent.integration.caffeine;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.caffeine.CaffeineHook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sees one version of Caffeine, instrumented, and defines the adapters and their tests itself, so
 * that they link with it; all else is the parent's.
 */
final class IsolatedCaffeine extends URLClassLoader {

  private static final String CAFFEINE = "com.github.benmanes.caffeine.";
  private static final String ADAPTERS = "io.warmup.agent.integration.caffeine.";

  private final ClassHook hook = new CaffeineHook();

  private final boolean loadedBefore;

  /**
   * @param loadedBefore instrumented as a class that is loaded already can be: with calls alone
   */
  IsolatedCaffeine(String version, boolean loadedBefore) {
    super(new URL[] {jar(version)}, IsolatedCaffeine.class.getClassLoader());
    this.loadedBefore = loadedBefore;
  }

  private static URL jar(String version) {
    Path jar = Path.of("target", "caffeine-versions", "caffeine-" + version + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: the build copies it there");
    }
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean isolated = name.startsWith(CAFFEINE) || name.startsWith(ADAPTERS);
    if (!isolated) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    String file = internalName + ".class";
    URL found = name.startsWith(CAFFEINE) ? findResource(file) : getParent().getResource(file);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes;
    try (InputStream in = found.openStream()) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (hook.targets().contains(internalName)) {
      byte[] rewritten =
          hook.rewrite(
              new ClassHook.Target(internalName, this, loadedBefore),
              bytes,
              (target, what, consequence) -> {
                throw new AssertionError(target.internalName() + " has no " + what);
              });
      bytes = rewritten == null ? bytes : rewritten;
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
