package io.warmup.agent.config.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * By what an edited file is known: links are followed, so a swapped one is another file.
 *
 * @param modified when it was last written
 * @param size in bytes; -1: there is no such file
 * @param identity the file system's key of it, where it has one
 */
public record FileStamp(FileTime modified, long size, @Nullable Object identity) {

  static final FileStamp ABSENT = new FileStamp(FileTime.fromMillis(0), -1, null);

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(now.lastModifiedTime(), now.size(), now.fileKey());
    } catch (IOException notThere) {
      return ABSENT;
    }
  }
}
