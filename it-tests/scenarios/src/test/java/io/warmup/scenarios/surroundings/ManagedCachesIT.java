package io.warmup.scenarios.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.managed.ManagedStrategies;
import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import io.warmup.scenarios.jvm.StrategyJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that keeps its caches in Ehcache, by JCache, and in Hazelcast. */
@Timeout(100)
class ManagedCachesIT {

  private static final String SERVER = "com.acme.prices.managed.ManagedServer";

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itsFirstRequestIsAHitInBoth(Jdk jdk) throws IOException {
    Http client = Http.onFreePort();
    try (JavaProcess app = start(jdk, client.port())) {
      client.awaitOpen(app);
      assertThat(client.get("/prices/p7")).isEqualTo("p7 costs 2, in stock 12; loads 0");
      assertThat(client.get("/prices/p7")).endsWith("loads 0");
      assertThat(client.get("/prices/new")).isEqualTo("new costs 3, in stock 1; loads 2");
      assertThat(app.output())
          .contains("Prices → prices: 100 warmed")
          .contains("Stock → stock: 100 warmed");
      app.terminate();
      app.await("report: ");
      assertThat(report())
          .contains("\"cache\":\"prices\",\"kind\":\"jcacheEh107Cache\"")
          .contains("\"cache\":\"stock\",\"kind\":\"hazelcast\"")
          .containsPattern("(?s)(\"hits\":2,\"misses\":1,.*){2}");
    }
  }

  private JavaProcess start(Jdk jdk, int port) throws IOException {
    StrategyJar.of(
        folder.resolve("strategies.jar"),
        ManagedStrategies.Prices.class,
        ManagedStrategies.Stock.class);
    Path config =
        Files.writeString(
            folder.resolve("warmup.yaml"),
            """
            version: 1
            strategies-path: strategies.jar
            gate: { method: "%s#serve" }
            report: { folder: %s }
            """
                .formatted(SERVER, folder));
    String classPath =
        PriceServer.classPath(
            Artifacts.neighbour("cache-api.jar"),
            Artifacts.neighbour("ehcache.jar"),
            Artifacts.neighbour("hazelcast.jar"),
            Artifacts.neighbour("slf4j-api.jar"));
    return JavaProcess.on(jdk)
        .agent(config)
        .folder(folder)
        .warns("Hazelcast is starting in a Java modular environment")
        // Of several providers the application takes one.
        .options(
            "-Djavax.cache.spi.CachingProvider=org.ehcache.jsr107.EhcacheCachingProvider",
            "-cp",
            classPath)
        .program(SERVER, String.valueOf(port))
        .start();
  }

  private String report() throws IOException {
    return Files.readString(folder.resolve("latest.json")).replaceAll("\\s", "");
  }
}
