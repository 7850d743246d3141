package io.warmup.demo;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the build has made, found from where the demo's own jar lies. */
record Build(Path root) {

  private static final String COMMAND = "mvn -q -pl it-tests/demo -am package -Dmaven.test.skip";

  static Build ofThisJar() throws DemoException {
    try {
      Path jar = Path.of(Demo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // <root>/it-tests/demo/target/demo.jar
      return new Build(jar.resolve("../../../..").toAbsolutePath().normalize());
    } catch (URISyntaxException e) {
      throw new DemoException("can't tell where the demo's jar lies: " + e.getMessage());
    }
  }

  Path agent() {
    return root.resolve("agent/target/warmup-agent.jar");
  }

  Path shop() {
    return root.resolve("it-tests/shop/target/shop-exec.jar");
  }

  Path strategies() {
    return root.resolve("it-tests/shop-strategies/target/shop-strategies.jar");
  }

  Path config() {
    return root.resolve("it-tests/shop-strategies/warmup.yaml");
  }

  /** Logs and the agent's report. */
  Path output() {
    return root.resolve("it-tests/demo/target");
  }

  void check() throws DemoException {
    for (Path part : List.of(agent(), shop(), strategies(), config())) {
      if (!Files.isRegularFile(part)) {
        throw new DemoException(
            part + " is missing. Build it from " + root + " with\n  " + COMMAND);
      }
    }
  }
}
