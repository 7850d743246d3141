package io.warmup.scenarios.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A strategy jar made of test classes. */
public final class StrategyJar {

  private static final String SERVICES = "META-INF/services/io.warmup.api.CacheWarmupStrategy";

  private StrategyJar() {}

  /**
   * Packs the classes, with all that is nested in the class they are nested in, and names them as
   * strategies.
   *
   * @param file where to
   */
  public static Path of(Path file, Class<?>... strategies) {
    StringBuilder names = new StringBuilder();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Class<?> strategy : strategies) {
        names.append(strategy.getName()).append('\n');
      }
      for (Class<?> nested : strategies[0].getNestHost().getNestMembers()) {
        add(jar, nested);
      }
      jar.putNextEntry(new JarEntry(SERVICES));
      jar.write(names.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void add(JarOutputStream jar, Class<?> type) throws IOException {
    String entry = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(entry));
    try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
      in.transferTo(jar);
    }
  }
}
