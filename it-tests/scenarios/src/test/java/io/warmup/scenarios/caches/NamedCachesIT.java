package io.warmup.scenarios.caches;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.named.NamedStrategies;
import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import io.warmup.scenarios.jvm.StrategyJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that builds all of its caches at one place. */
@Timeout(60)
class NamedCachesIT {

  private static final String SERVER = "com.acme.prices.named.NamedServer";

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void areFoundByTheArgumentThatTellsThemApartFromTheFirstOneOn(Jdk jdk) throws IOException {
    try (JavaProcess app = start(jdk)) {
      assertThat(app.exitCode()).isZero();
      assertThat(app.output())
          .contains("p7: prices 2 stock 12", "new: prices -1 stock -1")
          .contains("Prices → prices: 100 warmed")
          .contains("Stock → in stock: 100 warmed");
    }
    assertThat(Files.readString(folder.resolve("latest.json")).replaceAll("\\s", ""))
        .as("by the strategy's name")
        .contains("\"cache\":\"prices\",\"kind\":\"caffeine\"")
        .as("by the operator's name")
        .contains("\"cache\":\"instock\",\"kind\":\"caffeine\"");
  }

  private JavaProcess start(Jdk jdk) throws IOException {
    StrategyJar.of(
        folder.resolve("strategies.jar"),
        NamedStrategies.Prices.class,
        NamedStrategies.Stock.class);
    Path config =
        Files.writeString(
            folder.resolve("warmup.yaml"),
            """
            version: 1
            strategies-path: strategies.jar
            gate: { method: "%s#serve" }
            caches: { in stock: stock }
            report: { folder: %s }
            """
                .formatted(SERVER, folder));
    String classPath =
        Artifacts.app("plain", "prices-plain.jar")
            + File.pathSeparator
            + Artifacts.app("plain", "lib").resolve("*");
    return JavaProcess.on(jdk)
        .agent(config)
        .folder(folder)
        .options("-cp", classPath)
        .program(SERVER)
        .start();
  }
}
