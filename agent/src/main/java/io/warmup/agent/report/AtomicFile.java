package io.warmup.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file that is there whole or not at all, readable by its owner alone: reports may hold
 * personal data.
 */
final class AtomicFile {

  private AtomicFile() {}

  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path whole =
        Files.createTempFile(
            folder, "." + file.getFileName(), ".tmp", OwnerOnly.file(folder.getFileSystem()));
    try {
      Files.writeString(whole, text);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
