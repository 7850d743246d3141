package io.warmup.scenarios.caches;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.File;
import java.nio.file.Path;

/**
 * An application without a framework that keeps its prices in Redis, by Jedis.
 *
 * @param process killed when closed
 */
record JedisInstance(JavaProcess process, Http client) implements AutoCloseable {

  private static final String WARMED = "PriceList → prices: (\\d+) warmed";

  static JedisInstance start(Jdk jdk, Path config, Redis redis) {
    Http client = Http.onFreePort();
    String classPath =
        Artifacts.app("plain", "prices-plain.jar")
            + File.pathSeparator
            + Artifacts.app("plain", "lib").resolve("*");
    JavaProcess process =
        JavaProcess.on(jdk)
            .agent(config)
            .options("-cp", classPath)
            .program(
                "com.acme.prices.plain.JedisServer", String.valueOf(client.port()), redis.uri())
            .start();
    return new JedisInstance(process, client);
  }

  int warmed() {
    return Integer.parseInt(process.await(WARMED).group(1));
  }

  @Override
  public void close() {
    process.close();
  }
}
