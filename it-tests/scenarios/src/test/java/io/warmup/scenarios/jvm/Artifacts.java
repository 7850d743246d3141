package io.warmup.scenarios.jvm;

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

  private static Path built(String path) {
    Path file = ROOT.resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not there; build it with 'mvn package'");
    }
    return file;
  }
}
