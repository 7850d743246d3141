package io.warmup.agent.strategy;

import com.acme.SampleStrategies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Makes strategy jars out of this test's own classes. */
final class StrategyJar {

  private StrategyJar() {}

  /** A jar with the samples that provides them as {@code service}. */
  static Path of(Path file, Class<?> service, Class<?>... providers) throws IOException {
    StringBuilder names = new StringBuilder("# strategies\n");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Class<?> provider : providers) {
        names.append(provider.getName()).append("  # one\n");
      }
      for (Class<?> nested : SampleStrategies.class.getNestMembers()) {
        add(jar, nested);
      }
      jar.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
      jar.write(names.toString().getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** A jar that names a provider it does not hold. */
  static Path naming(Path file, Class<?> service, String provider) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
      jar.write(provider.getBytes(StandardCharsets.UTF_8));
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
