package io.warmup.agent.integration.libraries;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.HookTransformer;
import io.warmup.agent.instrument.answer.CacheMethods;
import io.warmup.agent.instrument.caffeine.CaffeineHook;
import io.warmup.agent.instrument.guava.GuavaHook;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.instrument.redis.RedisHook;
import io.warmup.agent.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sees one version of a library, instrumented as the agent would, and defines the adapters and the
 * test's own package itself, so that they link with it; all else is the parent's.
 */
final class IsolatedLibrary extends URLClassLoader {

  private static final String ADAPTERS = "io.warmup.agent.integration.";
  private static final String HARNESS = ADAPTERS + "libraries.";

  private final List<String> packages;
  private final List<String> copied;
  private final List<ClassHook> all = hooks();
  private final HookTransformer hooks = new HookTransformer(any -> all, new Log());

  /**
   * @param folder of the library's jars
   * @param wanted which packages are loaded here
   */
  IsolatedLibrary(Path folder, EachVersion wanted) {
    super(jars(folder), IsolatedLibrary.class.getClassLoader());
    this.packages = List.of(wanted.packages());
    this.copied = List.of(wanted.copied());
  }

  private static List<ClassHook> hooks() {
    List<ClassHook> hooks = new ArrayList<>(HolderHooks.all());
    hooks.addAll(CacheMethods.spring());
    hooks.add(CacheMethods.quarkusRedis());
    hooks.addAll(CacheMethods.providers());
    hooks.add(new CaffeineHook());
    hooks.add(new GuavaHook());
    hooks.add(new RedisHook(() -> true));
    return hooks;
  }

  private static URL[] jars(Path folder) {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : jars.toList()) {
        urls.add(url(jar));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return urls.toArray(URL[]::new);
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean copy = copied.stream().anyMatch(name::startsWith);
    boolean library = !copy && packages.stream().anyMatch(name::startsWith);
    boolean ours = name.startsWith(ADAPTERS) && !name.startsWith(HARNESS);
    if (!library && !ours && !copy) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name, library);
    }
  }

  /** The library's own resources, before those of the version on the class path. */
  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  /** Libraries list their parts there, and those of another version would not be found. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    boolean own =
        name.startsWith("META-INF/spring")
            || packages.stream().anyMatch(it -> name.startsWith("META-INF/services/" + it));
    return own ? findResources(name) : super.getResources(name);
  }

  private Class<?> define(String name, boolean library) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    String file = internalName + ".class";
    URL found = library ? findResource(file) : getParent().getResource(file);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes;
    try (InputStream in = found.openStream()) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] rewritten = hooks.transform(this, internalName, null, null, bytes);
    bytes = rewritten == null ? bytes : rewritten;
    return defineClass(name, bytes, 0, bytes.length);
  }
}
