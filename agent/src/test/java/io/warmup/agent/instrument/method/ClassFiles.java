package io.warmup.agent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.instrument.method.MethodHook.When;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Class files with a call at a method's entry, and classes of them. */
final class ClassFiles {

  private ClassFiles() {}

  static byte[] put(byte[] original, MethodHook hook) {
    byte[] kept = original.clone();
    byte[] rewritten = EntryCall.put(original, hook);
    assertThat(original).isEqualTo(kept);
    assertThat(rewritten).isNotNull();
    return rewritten;
  }

  static MethodHook hook(Class<?> type, String method, @Nullable String descriptor) {
    return new MethodHook(type.getName(), method, descriptor, When.ENTRY, "point", "");
  }

  static MethodHook madeHook() {
    return new MethodHook(MadeClass.NAME, "made", null, When.ENTRY, "point", "");
  }

  static Method only(Class<?> type) {
    return type.getDeclaredMethods()[0];
  }

  static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  static Class<?> loaded(Class<?> type, byte[] bytes) throws ClassNotFoundException {
    return loaded(type.getName(), bytes);
  }

  static Class<?> loaded(String type, byte[] bytes) throws ClassNotFoundException {
    ClassLoader loader =
        new ClassLoader(ClassFiles.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(type)
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(name, resolve);
          }
        };
    return loader.loadClass(type);
  }

  /** Calls the first method of that name; what it throws is thrown as it is. */
  static @Nullable Object call(Object instance, String name, Object... arguments) throws Exception {
    for (Method method : instance.getClass().getMethods()) {
      if (method.getName().equals(name)) {
        try {
          return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(name);
  }
}
