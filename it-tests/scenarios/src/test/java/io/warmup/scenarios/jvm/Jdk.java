package io.warmup.scenarios.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK to fork JVMs from.
 *
 * @param home its JAVA_HOME
 * @param release 17, 25 …
 */
public record Jdk(Path home, int release) {

  /** Those of {@code warmup.test.jdks}, else the running one and the newest other one beside it. */
  public static List<Jdk> all() {
    String homes = System.getProperty("warmup.test.jdks", "").trim();
    if (!homes.isEmpty()) {
      return Arrays.stream(homes.split(",")).map(String::trim).map(Path::of).map(Jdk::of).toList();
    }
    List<Jdk> jdks = new ArrayList<>(List.of(running()));
    newestBeside(running()).ifPresent(jdks::add);
    return jdks;
  }

  /** The one that runs this test. */
  public static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The newest of {@link #all}. */
  public static Jdk newest() {
    return all().stream().max(Comparator.comparingInt(Jdk::release)).orElseThrow();
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  @Override
  public String toString() {
    return "Java " + release;
  }

  private static Optional<Jdk> newestBeside(Jdk known) {
    try (Stream<Path> siblings = Files.list(known.home.getParent())) {
      return siblings
          .filter(home -> Files.isRegularFile(home.resolve("release")))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .map(Jdk::of)
          .filter(jdk -> jdk.release > known.release)
          .max(Comparator.comparingInt(Jdk::release));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Jdk of(Path home) {
    Properties release = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(home + " is no JAVA_HOME", e);
    }
    String version = release.getProperty("JAVA_VERSION").replace("\"", "");
    return new Jdk(home, Runtime.Version.parse(version).feature());
  }
}
