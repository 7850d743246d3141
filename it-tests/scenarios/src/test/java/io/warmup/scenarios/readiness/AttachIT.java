package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes to an application that serves already, its cache built and in use. */
@Timeout(150)
class AttachIT {

  @TempDir private Path folder;

  static Stream<Arguments> applications() {
    return Stream.concat(
        Jdk.all().stream().map(jdk -> Arguments.of(PriceApp.PLAIN_JDK, jdk)),
        Stream.of(PriceApp.QUARKUS_FAST_JAR, PriceApp.SPRING_BOOT_4_1_JETTY)
            .map(app -> Arguments.of(app, Jdk.running())));
  }

  @ParameterizedTest
  @MethodSource("applications")
  void warmsBesideTrafficAndRecordsTheCacheItHasMet(PriceApp kind, Jdk jdk) throws Exception {
    Http client = Http.onFreePort();
    try (JavaProcess app = kind.on(JavaProcess.on(jdk), client.port()).folder(folder).start()) {
      client.awaitOpen(app);
      assertThat(client.get("/prices/p7")).endsWith("misses 1");

      attach(app);
      app.await("runs already");
      assertThat(client.get("/prices/p8")).endsWith("misses 2");
      app.await("PriceList → prices: 98 warmed");
      for (int number = 0; number < 100; number++) {
        assertThat(client.get("/prices/p" + number)).as("warmed").endsWith("misses 2");
      }
      assertThat(client.get("/prices/unplanned")).endsWith("misses 3");

      app.terminate();
      app.exitCode();
      assertThat(app.output()).contains("prices: warm-up avoided 98 misses");
      assertThat(app.agentLines()).noneMatch(line -> line.contains("Exception"));
    }
  }

  private void attach(JavaProcess app) throws Exception {
    String text =
        """
        version: 1
        strategies-path: %s
        gate: { timeout: 60s }
        caches: { prices: Prices.byProduct }
        strategies:
          PriceList:
            settings: { count: 100 }
        report: { folder: %s }
        """
            .formatted(Artifacts.priceStrategies(), folder.resolve("report"));
    Path config = Files.writeString(folder.resolve("prices.yaml"), text);
    VirtualMachine jvm = VirtualMachine.attach(String.valueOf(app.pid()));
    try {
      jvm.loadAgent(Artifacts.agent().toString(), config.toString());
    } finally {
      jvm.detach();
    }
    assertThat(List.of(app.isAlive())).containsExactly(true);
  }
}
