package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that takes its work from a queue takes none until it is warm. */
@Timeout(100)
class QueueConsumerIT {

  @TempDir private Path folder;

  static Stream<Named<PriceConsumer>> consumers() {
    return Stream.of(
        Named.of("Boot 2.7", PriceConsumer.spring("spring-boot-2.7")),
        Named.of("Boot 4.1", PriceConsumer.spring("spring-boot-4.1")),
        Named.of("Quarkus 2.16", PriceConsumer.quarkus("quarkus-2.16")),
        Named.of("Quarkus", PriceConsumer.quarkus("quarkus")),
        Named.of("Quarkus without a web server", PriceConsumer.quarkus("quarkus-queue")));
  }

  @ParameterizedTest
  @MethodSource("consumers")
  void consumesNothingUntilWarm(PriceConsumer consumer) {
    try (Queue queue = new Queue();
        WarmedApp app =
            WarmedApp.start(consumer.launch(queue.port()), folder, "hold: port, phase: enter")) {
      app.awaitWarmUp();
      assertThat(queue.hasConsumer()).as("a consumer while it warms").isFalse();
      assertThat(app.client().isRefused()).isTrue();

      app.turnstile().open();
      assertThat(queue.answerTo("p7")).startsWith("p7 costs").endsWith("misses 0");
      assertThat(app.turnstile().hasAnother()).as("a second warm-up").isFalse();
    }
  }

  /** Messaging by Quarkus's own extension, HTTP, and gRPC on a port of its own. */
  @Test
  void quarkusServesNoneOfItsThreeWaysUntilWarm() {
    Http grpc = Http.onFreePort();
    try (Queue queue = new Queue();
        WarmedApp app =
            WarmedApp.start(
                PriceConsumer.quarkus("quarkus-consumers").launch(queue.port()),
                folder,
                "hold: port, phase: enter",
                "-Dquarkus.grpc.server.port=" + grpc.port())) {
      app.awaitWarmUp();
      assertThat(queue.hasConsumer()).as("a consumer while it warms").isFalse();
      assertThat(app.client().isRefused()).as("HTTP").isTrue();
      assertThat(grpc.isRefused()).as("gRPC").isTrue();

      app.turnstile().open();
      assertThat(queue.answerTo("p7")).startsWith("p7 costs").endsWith("misses 0");
      grpc.awaitOpen(app.process());
      assertThat(GrpcClient.ask(grpc.port(), "p8")).contains("p8 costs").endsWith("misses 0");
      app.client().awaitOpen(app.process());
      assertThat(app.client().status("/")).as("nothing is there by HTTP").isEqualTo(404);
      assertThat(app.turnstile().hasAnother()).as("a second warm-up").isFalse();
    }
  }

  @Test
  void endsAtOnceWhenItIsAskedToInTheMiddleOfAWarmUp() {
    try (Queue queue = new Queue()) {
      Launch consumer = PriceConsumer.spring("spring-boot-4.1").launch(queue.port());
      Termination.inTheMiddleOfAWarmUp(() -> WarmedApp.start(consumer, folder, "hold: port"));
    }
  }

  /**
   * An application without a web server, or with one that nobody asks.
   *
   * @param byQueue how it is started with the port of its queue
   */
  private record PriceConsumer(IntFunction<Launch> byQueue) {

    static PriceConsumer spring(String module) {
      return new PriceConsumer(
          queue ->
              (jvm, port) ->
                  SpringClassPath.of(module)
                      .start(
                          jvm,
                          "com.acme.prices.spring.PriceApplication",
                          "--spring.main.web-application-type=none",
                          "--prices.queue.port=" + queue));
    }

    static PriceConsumer quarkus(String module) {
      return new PriceConsumer(
          queue ->
              (jvm, port) ->
                  jvm.options("-Dprices.queue.port=" + queue, "-Dquarkus.http.port=" + port)
                      .jar(Artifacts.app(module, "quarkus-app/quarkus-run.jar")));
    }

    Launch launch(int queue) {
      return byQueue.apply(queue);
    }
  }
}
