package io.warmup.agent.jar;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own jar. Read directly: through the class loader each file would be a URL with a
 * connection of its own, 10 ms of a start in all.
 *
 * <p>It stays open, as it does in the class loader: what a newer agent that takes its place on disk
 * has in it must not be mixed with the classes of this one.
 */
public final class OwnJar {

  /** Null where the classes lie in a folder. */
  private static final @Nullable ZipFile JAR = open();

  private OwnJar() {}

  private static @Nullable ZipFile open() {
    CodeSource source = OwnJar.class.getProtectionDomain().getCodeSource();
    try {
      File place = source == null ? null : new File(URI.create(source.getLocation().toString()));
      return place != null && place.isFile() ? new ZipFile(place) : null;
    } catch (IOException | IllegalArgumentException notAFile) {
      return null;
    }
  }

  /**
   * The bytes of a class.
   *
   * @throws IllegalStateException if the agent does not hold it, or cannot be read
   */
  public static byte[] classFile(String className) {
    String file = className.replace('.', '/') + ".class";
    try (InputStream in = file(file)) {
      if (in == null) {
        throw new IllegalStateException("the agent jar is incomplete: it has no " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the agent jar cannot be read: " + file, e);
    }
  }

  /**
   * Any file.
   *
   * @return null if there is none of that name; else close it
   */
  public static @Nullable InputStream file(String name) throws IOException {
    if (JAR == null) {
      return OwnJar.class.getClassLoader().getResourceAsStream(name);
    }
    ZipEntry entry = JAR.getEntry(name);
    return entry == null ? null : JAR.getInputStream(entry);
  }
}
