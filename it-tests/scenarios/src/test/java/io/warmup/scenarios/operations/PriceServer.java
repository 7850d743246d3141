package io.warmup.scenarios.operations;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import java.io.File;

/** The plain price server, ready at its port. */
record PriceServer(JavaProcess process, Http client) implements AutoCloseable {

  static PriceServer start(JavaProcess.Builder jvm) {
    Http client = Http.onFreePort();
    String classPath =
        Artifacts.app("plain", "prices-plain.jar")
            + File.pathSeparator
            + Artifacts.app("plain", "lib").resolve("*");
    JavaProcess process =
        jvm.options("-cp", classPath)
            .program("com.acme.prices.plain.JdkServer", String.valueOf(client.port()))
            .start();
    client.awaitOpen(process);
    return new PriceServer(process, client);
  }

  @Override
  public void close() {
    process.close();
  }
}
