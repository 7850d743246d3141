package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * A sample application under the agent, with a turnstile in its warm-up and a client in front.
 *
 * @param process the application
 * @param client of its port
 * @param turnstile in its warm-up
 */
record WarmedApp(JavaProcess process, Http client, Turnstile turnstile) implements AutoCloseable {

  /** Starts it; its warm-up comes as far as the turnstile. */
  static WarmedApp start(PriceApp app, Path folder, String gate, String... options) {
    return start(app::on, folder, gate, options);
  }

  /** The same for an application that is started in its own way, given a JVM and its port. */
  static WarmedApp start(
      BiFunction<JavaProcess.Builder, Integer, JavaProcess.Builder> app,
      Path folder,
      String gate,
      String... options) {
    Turnstile turnstile = new Turnstile();
    Http client = Http.onFreePort();
    JavaProcess.Builder jvm =
        JavaProcess.on(Jdk.running())
            .agent(config(folder, gate, turnstile.port()))
            .options(options);
    return new WarmedApp(app.apply(jvm, client.port()).folder(folder).start(), client, turnstile);
  }

  private static Path config(Path folder, String gate, int turnstile) {
    String text =
        """
        version: 1
        strategies-path: %s
        gate: { timeout: 60s, %s }
        caches: { prices: Prices.byProduct }
        strategies:
          PriceList:
            settings: { count: 100, turnstile: %d }
        report: { folder: %s }
        """
            .formatted(
                Artifacts.priceStrategies(), gate, turnstile, folder.resolve("report").toString());
    try {
      return Files.writeString(folder.resolve("prices.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    turnstile.close();
  }
}
