package io.warmup.scenarios.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.heavy.HeavyPrices;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import io.warmup.scenarios.jvm.StrategyJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 1.2 GB to warm, and a heap of 256 MB. */
@Timeout(100)
class HeapLimitIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC", "-XX:+UseParallelGC"})
  void endsTheWarmUpBeforeTheHeapIsFull(String collector) throws IOException {
    StrategyJar.of(folder.resolve("heavy.jar"), HeavyPrices.class);
    Path config =
        Files.writeString(
            folder.resolve("warmup.yaml"),
            """
            strategies-path: heavy.jar
            caches: { prices: Prices.byProduct }
            heap-limit: 50%
            defaults: { rate: 1000/s }
            """);
    try (PriceServer prices =
        PriceServer.start(
            JavaProcess.on(Jdk.running()).options("-Xmx256m", collector).agent(config))) {
      prices
          .process()
          .await(
              "HeavyPrices → prices: ended by itself, .* heap use after garbage collection is \\d+"
                  + " MB, heap-limit is \\d+ MB of \\d+ MB");
      assertThat(prices.client().get("/prices/p7")).startsWith("p7 costs");
      assertThat(prices.process().output()).doesNotContain("OutOfMemoryError");
    }
  }
}
