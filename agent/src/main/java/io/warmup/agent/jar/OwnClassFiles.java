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
 * The agent's own class files. Read out of its jar, which is open already: through the class loader
 * each of them would be a URL with a connection of its own, 10 ms of a start in all.
 */
public final class OwnClassFiles implements AutoCloseable {

  /** Null where the classes lie in a folder. */
  private final @Nullable ZipFile jar;

  private OwnClassFiles(@Nullable ZipFile jar) {
    this.jar = jar;
  }

  /** Close it: it holds the jar open. */
  public static OwnClassFiles open() {
    CodeSource source = OwnClassFiles.class.getProtectionDomain().getCodeSource();
    try {
      File place = source == null ? null : new File(URI.create(source.getLocation().toString()));
      return new OwnClassFiles(place != null && place.isFile() ? new ZipFile(place) : null);
    } catch (IOException | IllegalArgumentException notAFile) {
      return new OwnClassFiles(null);
    }
  }

  /**
   * The bytes of a class.
   *
   * @throws IllegalStateException if the agent does not hold it, or cannot be read
   */
  public byte[] bytesOf(String className) {
    String file = className.replace('.', '/') + ".class";
    try (InputStream in = stream(file)) {
      if (in == null) {
        throw new IllegalStateException("the agent jar is incomplete: it has no " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the agent jar cannot be read: " + file, e);
    }
  }

  /**
   * Any file of the agent's.
   *
   * @return null if there is none of that name; else close it
   */
  public @Nullable InputStream stream(String file) throws IOException {
    if (jar == null) {
      return OwnClassFiles.class.getClassLoader().getResourceAsStream(file);
    }
    ZipEntry entry = jar.getEntry(file);
    return entry == null ? null : jar.getInputStream(entry);
  }

  @Override
  public void close() {
    try {
      if (jar != null) {
        jar.close();
      }
    } catch (IOException unimportant) {
      // It was only read.
    }
  }
}
