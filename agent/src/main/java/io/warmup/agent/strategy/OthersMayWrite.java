package io.warmup.agent.strategy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * Whether any user of the machine could put code of their own into a strategy jar: it is writable
 * for all, or its folder is and lets them replace it.
 */
final class OthersMayWrite {

  private static final int STICKY = 01000;

  private OthersMayWrite() {}

  static boolean to(Path jar) {
    Path folder = jar.toAbsolutePath().getParent();
    return isWritable(jar) || (folder != null && isWritable(folder) && !isSticky(folder));
  }

  private static boolean isWritable(Path path) {
    try {
      return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** As /tmp is: all may write there, but replace only what is theirs. */
  private static boolean isSticky(Path folder) {
    try {
      return Files.getAttribute(folder, "unix:mode") instanceof Integer mode
          && (mode & STICKY) != 0;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return false;
    }
  }
}
