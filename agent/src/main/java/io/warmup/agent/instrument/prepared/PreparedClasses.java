package io.warmup.agent.instrument.prepared;

import io.warmup.agent.jar.OwnJar;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The classes that were rewritten when the agent was built, known by checksum and length: what is
 * not byte by byte the class of a release is none of them, whatever it is called.
 *
 * <p>The agent's jar has a file for each name of a class. In it are, for each release that has
 * another class of that name, checksum and length of the original, checksum and length of the
 * result, and length and steps of the {@link Patch}.
 */
public final class PreparedClasses {

  private static final String FOLDER = "io/warmup/agent/instrument/prepared/";

  private PreparedClasses() {}

  /**
   * A class as its hook would make it.
   *
   * @return the original itself if that leaves it as it is; null if the hook has to be asked
   */
  public static byte @Nullable [] rewritten(String internalName, byte[] original) {
    try (InputStream file = OwnJar.file(file(internalName))) {
      return file == null ? null : rewritten(new DataInputStream(file), original);
    } catch (IOException | IndexOutOfBoundsException unreadable) {
      return null;
    }
  }

  static byte @Nullable [] rewritten(DataInputStream file, byte[] original) throws IOException {
    int checksum = checksum(original);
    try {
      while (true) {
        int from = file.readInt();
        int length = file.readInt();
        int to = file.readInt();
        int wanted = file.readInt();
        int steps = file.readInt();
        if (from == checksum && length == original.length) {
          byte[] result = Patch.applied(file.readNBytes(steps), original, wanted);
          return to == from ? original : checksum(result) == to ? result : null;
        }
        file.skipNBytes(steps);
      }
    } catch (EOFException noneOfThem) {
      return null;
    }
  }

  static String file(String internalName) {
    return FOLDER + internalName.replace('/', '.');
  }

  static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
