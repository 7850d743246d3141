package io.warmup.scenarios.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.bad.BadStrategies;
import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import io.warmup.scenarios.jvm.StrategyJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong costs one clear line, and the application serves. */
class BadInputIT {

  @TempDir private Path folder;

  @Test
  void noConfiguration() {
    serves(
        JavaProcess.on(Jdk.running()).options("-javaagent:" + Artifacts.agent()).folder(folder),
        "No configuration file");
  }

  @Test
  void configurationThatIsNotThere() {
    serves(withFile(folder.resolve("wramup.yaml")), "wramup.yaml");
  }

  @Test
  void configurationThatIsNoYaml() throws IOException {
    serves(
        withFile(Files.writeString(folder.resolve("warmup.yaml"), "mode: [warm\nversion: {1")),
        "warmup.yaml:2");
  }

  @Test
  void unknownKey() {
    serves(withMore("gate: { hodl: port }"), "warmup.yaml:8", "hodl", "hold");
  }

  @Test
  void wrongUnit() {
    serves(withMore("gate: { timeout: 60 parsecs }"), "warmup.yaml:8", "60 parsecs", "30s");
  }

  @Test
  void missingStrategyJar() throws IOException {
    Path file = folder.resolve("warmup.yaml");
    Files.writeString(file, "version: 1\nstrategies-path: gone.jar\n");
    serves(withFile(file), "warmup.yaml:2:18: strategies-path: ", "gone.jar", "does not exist");
  }

  @Test
  void jarWithoutStrategies() throws IOException {
    Path file = folder.resolve("warmup.yaml");
    Files.writeString(file, "version: 1\nstrategies-path: " + Artifacts.shop() + "\n");
    serves(withFile(file), "shop-exec.jar", "META-INF/services");
  }

  @Test
  void constructorThatThrows() {
    serves(
        strategies(BadStrategies.ConstructorThrows.class),
        "ConstructorThrows",
        "bad.jar",
        "no licence");
  }

  @Test
  void constructorThatHangs() {
    serves(
        strategies(BadStrategies.ConstructorHangs.class),
        "ConstructorHangs",
        "bad.jar",
        "not returned");
  }

  @Test
  void keysThatThrow() {
    serves(strategies(BadStrategies.KeysThrow.class), "KeysThrow", "no such table");
  }

  @Test
  void keysThatThrowLate() {
    serves(strategies(BadStrategies.KeysThrowLate.class), "KeysThrowLate", "cursor lost");
  }

  @Test
  void keysThatHang() {
    serves(impatient(strategies(BadStrategies.KeysHang.class)), "traffic");
  }

  @Test
  void loadThatThrows() {
    serves(strategies(BadStrategies.LoadThrows.class), "LoadThrows", "source is down");
  }

  @Test
  void loadThatHangs() {
    serves(impatient(strategies(BadStrategies.LoadHangs.class)), "traffic");
  }

  @Test
  void cacheThatNobodyHas() {
    serves(strategies(BadStrategies.WrongCache.class), "prodcts", "did not exist", "products");
  }

  private JavaProcess.Builder strategies(Class<?> bad) {
    Path jar = StrategyJar.of(folder.resolve("bad.jar"), bad, BadStrategies.Works.class);
    Path file = folder.resolve("warmup.yaml");
    try {
      Files.writeString(
          file,
          """
          version: 1
          strategies-path: bad.jar
          caches: { products: ProductService.products }
          gate: { timeout: 15s }
          defaults: { retries: 0 }
          """);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(jar).exists();
    return withFile(file);
  }

  /** Where the gate's timeout is all that is waited for. */
  private static JavaProcess.Builder impatient(JavaProcess.Builder jvm) {
    return jvm.options("-Dwarmup.gate.timeout=2s");
  }

  private JavaProcess.Builder withMore(String more) {
    return withFile(Shop.config(folder, more));
  }

  private static JavaProcess.Builder withFile(Path file) {
    return JavaProcess.on(Jdk.running()).agent(file);
  }

  /** It serves, and one of the agent's lines says all of this. */
  private static void serves(JavaProcess.Builder jvm, String... said) {
    try (Shop shop = Shop.start(jvm)) {
      shop.awaitOpen();
      assertThat(shop.client().get("/products/1")).contains("Product 1");
      List<String> lines = shop.process().agentLines();
      assertThat(lines)
          .anySatisfy(line -> assertThat(line).contains("WARN").contains(said))
          .noneSatisfy(line -> assertThat(line).contains("Exception in thread"));
    }
  }
}
