package io.warmup.benchmarks.getpath.copies;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import org.jspecify.annotations.Nullable;

/** Defines the cache library, and what touches it, once more; all else is its parent's. */
final class CopyLoader extends ClassLoader {

  private static final String[] OWN = {
    "com.github.benmanes.caffeine.",
    "io.micrometer.core.instrument.binder.cache.",
    CopiedGets.class.getName()
  };

  private final @Nullable ClassFileTransformer transformer;

  /**
   * @param transformer null: the library as it is
   */
  CopyLoader(@Nullable ClassFileTransformer transformer) {
    super(CopyLoader.class.getClassLoader());
    this.transformer = transformer;
  }

  /** A copy with a cache that counts its gets that way. */
  Gets gets(String way, int entries, boolean loads) throws ReflectiveOperationException {
    return (Gets)
        loadClass(CopiedGets.class.getName())
            .getConstructor(String.class, int.class, boolean.class)
            .newInstance(way, entries, loads);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : isOwn(name) ? defined(name) : super.loadClass(name, resolve);
    }
  }

  private static boolean isOwn(String name) {
    for (String own : OWN) {
      if (name.startsWith(own)) {
        return true;
      }
    }
    return false;
  }

  private Class<?> defined(String name) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    try (InputStream in = getParent().getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      byte[] changed =
          transformer == null ? null : transformer.transform(this, internalName, null, null, bytes);
      byte[] used = changed == null ? bytes : changed;
      return defineClass(name, used, 0, used.length);
    } catch (IOException | IllegalClassFormatException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
