package io.warmup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OpenLoopTest {

  private static final int REQUESTS = 20;

  private final CountDownLatch arrived = new CountDownLatch(REQUESTS);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/together", this::answerWhenAllAreHere);
    server.createContext("/missing", exchange -> answer(exchange, 404));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** The server answers nobody until everybody is there: a driver that waits for answers hangs. */
  @Test
  @Timeout(30)
  void sendsWhatIsDueThoughNothingIsAnswered() throws InterruptedException {
    OpenLoop traffic = traffic("/together", 1_000_000);
    Latencies latencies = traffic.run();
    assertThat(traffic.answered()).isEqualTo(REQUESTS);
    assertThat(traffic.failed()).isZero();
    // Nobody was answered before the last was due: the first waited for 19 ms at least.
    assertThat(latencies.nanos()[0]).isGreaterThanOrEqualTo((REQUESTS - 1) * 1_000_000L);
  }

  @Test
  void countsFromTheMomentARequestWasDueHoweverLateItWasSent() throws InterruptedException {
    long second = 1_000_000_000L;
    Latencies latencies = new OpenLoop(base(), List.of(new Request(-second, "/missing"))).run();
    assertThat(latencies.nanos()[0]).isGreaterThanOrEqualTo(second);
  }

  @Test
  void doesNotTakeAnErrorForAnAnswer() throws InterruptedException {
    OpenLoop traffic = traffic("/missing", 0);
    traffic.run();
    assertThat(traffic.answered()).isZero();
    assertThat(traffic.failed()).isEqualTo(REQUESTS);
  }

  private OpenLoop traffic(String path, long gapNanos) {
    return new OpenLoop(
        base(),
        IntStream.range(0, REQUESTS).mapToObj(i -> new Request(i * gapNanos, path)).toList());
  }

  private URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answerWhenAllAreHere(HttpExchange exchange) throws IOException {
    arrived.countDown();
    try {
      answer(exchange, arrived.await(20, TimeUnit.SECONDS) ? 200 : 500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }
}
