package io.warmup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopProcessTest {

  @TempDir private Path folder;

  @Test
  void quotesTheShopsLastWordsWhenItEndsBeforeItOpens() throws Exception {
    Path log = folder.resolve("shop.log");
    try (ShopProcess process =
        ShopProcess.start(folder.resolve("no-such-shop.jar"), List.of("-Xmx64m"), log)) {
      assertThatThrownBy(process::awaitOpen)
          .isInstanceOf(DemoException.class)
          .hasMessageContaining("ended before it opened its port")
          .hasMessageContaining(log.toString())
          .hasMessageContaining("no-such-shop.jar");
    }
  }

  @Test
  void namesTheJarThatIsMissingAndTheCommandThatBuildsIt() {
    assertThatThrownBy(() -> new Build(folder).check())
        .hasMessageContaining(folder.resolve("agent/target/warmup-agent.jar") + " is missing")
        .hasMessageContaining("mvn -q -pl it-tests/demo -am package");
  }

  @Test
  void theBuildIsFoundFromTheDemosOwnJar() throws DemoException {
    assertThat(Build.ofThisJar().config()).asString().contains("it-tests");
  }
}
