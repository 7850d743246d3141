package io.warmup.agent.report;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps others out of what is made, where the file system knows of others. */
final class OwnerOnly {

  private OwnerOnly() {}

  /** {@code rw-------}. */
  static FileAttribute<?>[] file(FileSystem system) {
    return permissions(system, "rw-------");
  }

  /** Makes the folder {@code rwx------}; one that is there already is the operator's affair. */
  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions(folder.getFileSystem(), "rwx------"));
    }
  }

  private static FileAttribute<?>[] permissions(FileSystem system, String permissions) {
    return system.supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
