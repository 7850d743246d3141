package io.warmup.scenarios.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has made, by its place in the project. */
public final class Artifacts {

  private static final Path ROOT =
      Path.of(System.getProperty("warmup.test.root", "../..")).toAbsolutePath().normalize();

  private Artifacts() {}

  /** The agent. */
  public static Path agent() {
    return built("agent/target/warmup-agent.jar");
  }

  /** The shop, ready to run. */
  public static Path shop() {
    return built("it-tests/shop/target/shop-exec.jar");
  }

  /** The shop's strategies. */
  public static Path shopStrategies() {
    return built("it-tests/shop-strategies/target/shop-strategies.jar");
  }

  /** The strategy for all the sample applications. */
  public static Path priceStrategies() {
    return built("it-tests/apps/price-strategies/target/price-strategies.jar");
  }

  /** A file that a sample application's build has made, below its {@code target}. */
  public static Path app(String name, String file) {
    return built("it-tests/apps/" + name + "/target/" + file);
  }

  /** What else may stand in a JVM: another agent, a module system, a library of another version. */
  public static Path neighbour(String file) {
    return built("it-tests/scenarios/target/neighbours/" + file);
  }

  /** The page that frames another one and looks for what overflows or overlaps in it. */
  public static Path layoutCheck() {
    return built("agent/src/test/resources/io/warmup/agent/report/html/layout-check.html");
  }

  /** The interface that strategies are compiled against. */
  public static Path api() {
    return only("api/target", "warmup-api-*.jar");
  }

  /** The one file in a folder that the pattern fits. */
  public static Path only(String folder, String pattern) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(built(folder), pattern)) {
      return files.iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path built(String path) {
    Path file = ROOT.resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not there; build it with 'mvn package'");
    }
    return file;
  }
}
