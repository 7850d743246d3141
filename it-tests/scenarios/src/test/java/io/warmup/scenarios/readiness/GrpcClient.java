package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.File;

/** Asks for a price by gRPC, from a JVM of its own. */
final class GrpcClient {

  private GrpcClient() {}

  /** The answer of whoever listens there. */
  static String ask(int port, String product) {
    JavaProcess.Builder jvm =
        JavaProcess.on(Jdk.running())
            .options("-cp", classPath())
            .program("com.acme.prices.plain.GrpcServer$Client", String.valueOf(port), product);
    try (JavaProcess client = jvm.start()) {
      assertThat(client.exitCode()).as(client.output()).isZero();
      return client.output();
    }
  }

  private static String classPath() {
    return Artifacts.app("plain", "prices-plain.jar")
        + File.pathSeparator
        + Artifacts.app("plain", "lib").resolve("*");
  }
}
