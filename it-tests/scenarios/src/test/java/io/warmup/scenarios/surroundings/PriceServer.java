package io.warmup.scenarios.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The prices, served by a plain {@code main} under the agent.
 *
 * @param process the application
 * @param client of its port
 */
record PriceServer(JavaProcess process, Http client) implements AutoCloseable {

  static final String JDK_SERVER = "com.acme.prices.plain.JdkServer";

  /** What it is started with beside the agent and, at the end, its port. */
  static PriceServer start(Path folder, JavaProcess.Builder jvm, String... program) {
    Http client = Http.onFreePort();
    for (String word : program) {
      jvm.program(word.replace("PORT", String.valueOf(client.port())));
    }
    return new PriceServer(jvm.folder(folder).start(), client);
  }

  /** A JVM with the agent and its configuration. */
  static JavaProcess.Builder jvm(Jdk jdk, Path folder) {
    return JavaProcess.on(jdk).agent(config(folder));
  }

  static Path config(Path folder) {
    String text =
        """
        version: 1
        strategies-path: %s
        caches: { prices: Prices.byProduct }
        report: { folder: %s }
        """
            .formatted(Artifacts.priceStrategies(), folder.resolve("report"));
    try {
      return Files.writeString(folder.resolve("prices.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of the application's own. */
  static String classPath(Path... more) {
    Path[] own = {
      Artifacts.app("plain", "prices-plain.jar"), Artifacts.app("plain", "lib").resolve("*")
    };
    return joined(more) + (more.length == 0 ? "" : File.pathSeparator) + joined(own);
  }

  static String joined(Path... entries) {
    return Arrays.stream(entries)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The application's first answer comes from a warmed entry, the next one counts as a miss. */
  PriceServer answersFromItsWarmedCache() {
    client.awaitOpen(process);
    assertThat(client.get("/prices/p7")).startsWith("p7 costs").endsWith("misses 0");
    assertThat(client.get("/prices/unplanned")).endsWith("misses 1");
    assertThat(process.output()).contains("PriceList → prices: 100 warmed");
    return this;
  }

  @Override
  public void close() {
    process.close();
  }
}
