package io.warmup.scenarios.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One edit after another, by the swap of a link, as Kubernetes mounts a ConfigMap. */
@Timeout(150)
class LiveConfigIT {

  @TempDir private Path folder;
  private int version;

  @Test
  void followsItsFileAsItIsEdited() throws IOException {
    publish("mode: observe");
    Path config = folder.resolve("warmup.yaml");
    Files.createSymbolicLink(config, Path.of("..data", "warmup.yaml"));
    try (PriceServer prices =
        PriceServer.start(JavaProcess.on(Jdk.running()).agent(config).folder(folder))) {
      JavaProcess said = prices.process();
      assertThat(prices.client().get("/prices/p7")).endsWith("misses 1");

      publish("mode: warm");
      said.await("warmup.yaml changed: mode is now warm \\(was observe\\)");
      said.await("report: ");
      said.await("is warmed in the background");
      said.await("PriceList → prices: 99 warmed, 1 already there");
      assertThat(prices.client().get("/prices/p8")).endsWith("misses 1");

      publish("mode: wram");
      said.await("warmup.yaml:1:7: mode: 'wram' is none of .*the edit is left out");

      publish("mode: warm\nstrategies: { PriceList: { schedule: every 1s, limit: 50 } }");
      said.await("changed: .*PriceList.schedule is now every 1s \\(was not set\\)");
      said.await("PriceList → prices: 50 warmed");

      publish("mode: warm\ngate: { hold: readiness }");
      said.await("gate.hold is now readiness \\(was port\\), after a restart");

      publish("mode: off");
      said.await("mode is now off \\(was warm\\)");
      said.await("is neither warmed nor observed from here on");
      assertThat(prices.client().get("/prices/p9")).endsWith("misses 1");

      publish("mode: warm");
      said.await("mode is now warm \\(was off\\)");
      said.await("PriceList → prices: 100 warmed");
      assertThat(said.output()).doesNotContain("Exception");
    }
  }

  private void publish(String mode) throws IOException {
    Path data = Files.createDirectory(folder.resolve("v" + ++version));
    Files.writeString(
        data.resolve("warmup.yaml"),
        mode
            + "\nstrategies-path: "
            + Artifacts.priceStrategies()
            + "\ncaches: { prices: Prices.byProduct }\nobserve: { window: 5m }\n");
    Path link = Files.createSymbolicLink(folder.resolve("..next"), data.getFileName());
    Files.move(
        link,
        folder.resolve("..data"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
