package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A sample application under the agent, with a turnstile in its warm-up and a client in front.
 *
 * @param process the application
 * @param client of its port
 * @param turnstile in its warm-up
 * @param config its file
 */
record WarmedApp(JavaProcess process, Http client, Turnstile turnstile, Path config)
    implements AutoCloseable {

  /** Starts it; its warm-up comes as far as the turnstile. */
  static WarmedApp start(Launch app, Path folder, String gate, String... options) {
    return startOn(Http.onFreePort(), app, folder, gate, "prices", options);
  }

  /** Starts it with a strategy that means this cache. */
  static WarmedApp startWithCache(Launch app, Path folder, String gate, String cache) {
    return startOn(Http.onFreePort(), app, folder, gate, cache);
  }

  /** Starts it on that port. */
  static WarmedApp startOn(
      Http client, Launch app, Path folder, String gate, String cache, String... options) {
    Turnstile turnstile = new Turnstile();
    Path config = config(folder, gate, cache, turnstile.port());
    JavaProcess.Builder jvm = JavaProcess.on(app.jdk()).agent(config).options(options);
    JavaProcess process = app.on(jvm, client.port()).folder(folder).start();
    return new WarmedApp(process, client, turnstile, config);
  }

  /** Waits until a warm-up stands at the turnstile. */
  void awaitWarmUp() {
    turnstile.awaitArrival(process);
  }

  /** Lets this many warm-ups through, in whichever order they come. */
  void letThrough(int warmUps) {
    for (int i = 0; i < warmUps; i++) {
      awaitWarmUp();
      turnstile.open();
    }
  }

  /** Edits its file. */
  void edit(String before, String after) {
    try {
      Files.writeString(config, Files.readString(config).replace(before, after));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path config(Path folder, String gate, String cache, int turnstile) {
    String text =
        """
        version: 1
        strategies-path: %s
        gate: { %s }
        caches: { prices: Prices.byProduct }
        strategies:
          PriceList:
            cache: %s
            settings: { count: 100, turnstile: %d }
        report: { folder: %s }
        """
            .formatted(
                Artifacts.priceStrategies(),
                gate,
                cache,
                turnstile,
                folder.resolve("report").toString());
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
