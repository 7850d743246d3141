package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.instrument.ClassHook.Target;
import io.warmup.agent.instrument.prepared.Preparation;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Rewrites the classes of Caffeine's releases when the agent is built. Run with the classes of the
 * agent's jar, in which the bridge has the names that it has in an application.
 */
public final class CaffeineReleases {

  private static final String ARTIFACT = "caffeine-";
  private static final String JAR = ".jar";

  private CaffeineReleases() {}

  /** Called with a folder of the releases' jars, and the agent's jar. */
  public static void main(String[] arguments) throws IOException {
    Preparation preparation = new Preparation();
    List<Path> releases = newestFirst(Path.of(arguments[0]));
    for (Path release : releases) {
      prepare(release.toFile(), preparation);
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[1]))) {
      preparation.writeTo(jar.getPath("/"));
    }
    System.out.println(
        preparation.size() + " classes of " + releases.size() + " releases of Caffeine prepared");
  }

  private static List<Path> newestFirst(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(CaffeineReleases::version).reversed()).toList();
    }
  }

  private static Version version(Path jar) {
    String name = jar.getFileName().toString();
    return Version.parse(name.substring(ARTIFACT.length(), name.length() - JAR.length()));
  }

  private static void prepare(File release, Preparation preparation) throws IOException {
    CaffeineNames names = new CaffeineNames(CaffeineHook.PREFIX);
    CaffeineRewriting rewriting = new CaffeineRewriting(names);
    try (ZipFile jar = new ZipFile(release)) {
      for (String name : new TreeSet<>(names.targets())) {
        ZipEntry file = jar.getEntry(name + ".class");
        if (file == null) {
          continue;
        }
        byte[] original = jar.getInputStream(file).readAllBytes();
        byte[] rewritten =
            rewriting.rewritten(
                new Target(name, null, false),
                original,
                (target, what, consequence) -> {
                  throw new IllegalStateException(release + ": " + name + " has no " + what);
                });
        preparation.add(name, original, rewritten == null ? original : rewritten);
      }
    }
  }
}
