package io.warmup.scenarios.shop;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop in a JVM of its own, and a client in front of it. */
final class Shop implements AutoCloseable {

  /** The best-selling product: the seed is the same at each start. */
  static final int BEST_SELLER = 7_920;

  private final JavaProcess process;
  private final Http client;

  private Shop(JavaProcess process, Http client) {
    this.process = process;
    this.client = client;
  }

  /** Starts it with the agent and this configuration file. */
  static Shop warmedBy(Path config, Jdk jdk) {
    return start(JavaProcess.on(jdk).agent(config));
  }

  static Shop start(JavaProcess.Builder jvm) {
    Http client = Http.onFreePort();
    return new Shop(jvm.jar(Artifacts.shop(), "--server.port=" + client.port()).start(), client);
  }

  /** The file a user would write, with its last lines of their own. */
  static Path config(Path folder, String more) {
    String text =
        """
        version: 1
        strategies-path: %s
        caches:
          products: ProductService.products
          recommendations: RecommendationService.lists
        defaults: { concurrency: 4, batch-size: 200 }
        report: { folder: %s }
        %s
        """
            .formatted(Artifacts.shopStrategies(), folder.resolve("report"), more);
    try {
      return Files.writeString(folder.resolve("warmup.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JavaProcess process() {
    return process;
  }

  Http client() {
    return client;
  }

  /** Waits until somebody can connect. */
  Shop awaitOpen() {
    client.awaitOpen(process);
    return this;
  }

  /** Database queries of one kind since the start. */
  long queries(String kind) {
    Matcher count = Pattern.compile("\"" + kind + "\":(\\d+)").matcher(client.get("/queries"));
    return count.find() ? Long.parseLong(count.group(1)) : 0;
  }

  @Override
  public void close() {
    process.close();
  }
}
