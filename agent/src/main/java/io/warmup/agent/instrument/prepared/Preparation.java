package io.warmup.agent.instrument.prepared;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects rewritten classes for {@link PreparedClasses}, when the agent is built. */
public final class Preparation {

  private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();
  private final Set<String> known = new HashSet<>();

  /** Nothing yet. */
  public Preparation() {}

  /**
   * One class of a release. What was added first is found first.
   *
   * @param rewritten the original where the class stays as it is
   * @throws IllegalStateException if its patch is wrong
   */
  public void add(String internalName, byte[] original, byte[] rewritten) throws IOException {
    int checksum = PreparedClasses.checksum(original);
    if (!known.add(internalName + " " + checksum + " " + original.length)) {
      return;
    }
    byte[] steps = Difference.between(original, rewritten);
    if (!Arrays.equals(Patch.applied(steps, original, rewritten.length), rewritten)) {
      throw new IllegalStateException("the patch of " + internalName + " is wrong");
    }
    DataOutputStream file =
        new DataOutputStream(
            files.computeIfAbsent(internalName, any -> new ByteArrayOutputStream()));
    file.writeInt(checksum);
    file.writeInt(original.length);
    file.writeInt(PreparedClasses.checksum(rewritten));
    file.writeInt(rewritten.length);
    file.writeInt(steps.length);
    file.write(steps);
  }

  /** How many classes it has. */
  public int size() {
    return known.size();
  }

  /**
   * Writes them into the agent's jar, and leaves that as reproducible as it was.
   *
   * @param root of the jar
   */
  public void writeTo(Path root) throws IOException {
    FileTime built = Files.getLastModifiedTime(root.resolve("META-INF/MANIFEST.MF"));
    for (Map.Entry<String, ByteArrayOutputStream> file : files.entrySet()) {
      Path path = root.resolve(PreparedClasses.file(file.getKey()));
      Files.write(path, file.getValue().toByteArray());
      Files.getFileAttributeView(path, BasicFileAttributeView.class).setTimes(built, built, built);
    }
  }
}
