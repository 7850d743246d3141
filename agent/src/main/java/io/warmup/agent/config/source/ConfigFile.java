package io.warmup.agent.config.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The configuration file: which one it is, and its text.
 *
 * @param path absolute
 * @param shown the same for people: relative to the working directory where it is below it
 */
public record ConfigFile(Path path, String shown) {

  /** Read from the working directory where no source names a file. */
  static final String DEFAULT_NAME = "warmup.yaml";

  /** Bytes. A constant, so that premain may use it and load nothing. */
  public static final int LARGEST = 1 << 20;

  /** The file that a source names as {@code config}. */
  public static ConfigFile named(String name, Path workingDirectory) {
    Path path = workingDirectory.resolve(name).normalize();
    boolean below = path.startsWith(workingDirectory);
    return new ConfigFile(path, (below ? workingDirectory.relativize(path) : path).toString());
  }

  /** The file that is read where no source names one, if it is there. */
  public static Optional<ConfigFile> inWorkingDirectory(Path workingDirectory) {
    ConfigFile file = named(DEFAULT_NAME, workingDirectory);
    return Files.exists(file.path) ? Optional.of(file) : Optional.empty();
  }

  /**
   * What relative paths in the file start from.
   *
   * @return its folder
   */
  public Path folder() {
    Path folder = path.getParent();
    return folder == null ? path : folder;
  }

  /**
   * The file's documents, variables filled in.
   *
   * @param sources fills in variables
   * @param problems takes what is wrong with the file as a whole; then there are no documents
   */
  public List<Document> documents(Sources sources, List<Problem> problems) {
    String text = text(problems);
    return problems.isEmpty()
        ? new YamlReader(shown, new Substitution(sources.environment())).read(text, problems)
        : List.of();
  }

  private String text(List<Problem> problems) {
    try {
      if (Files.isDirectory(path)) {
        problems.add(problem("is a directory; name the file in it"));
      } else if (Files.size(path) > LARGEST) {
        problems.add(problem("is larger than 1 MB; this can't be the configuration"));
      } else if (!Files.isRegularFile(path)) {
        problems.add(problem("is a pipe or a device, but is read more than once; name a file"));
      } else {
        return decode(Files.readAllBytes(path), problems);
      }
    } catch (NoSuchFileException e) {
      problems.add(problem("there is no such file (" + path + ")"));
    } catch (AccessDeniedException e) {
      problems.add(
          problem("may not be read by the user " + System.getProperty("user.name") + "; allow it"));
    } catch (IOException e) {
      problems.add(problem("cannot be read: " + e));
    }
    return "";
  }

  private String decode(byte[] bytes, List<Problem> problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      }
    } catch (CharacterCodingException e) {
      // Told below: the reader is helped no more by the byte's position.
    }
    problems.add(problem("is not a text file in UTF-8; save it as one"));
    return "";
  }

  private Problem problem(String what) {
    return new Problem(Origin.of(Origin.Source.FILE, shown), what);
  }
}
