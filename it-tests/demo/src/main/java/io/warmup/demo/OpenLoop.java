package io.warmup.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes each request when it is due, whether or not earlier ones have been answered: visitors don't
 * wait for one another. Latency counts from the moment the request was due. A closed loop would
 * send less just when the shop is slow, and so leave out the very waits that p99 is about
 * (coordinated omission).
 */
final class OpenLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final List<Request> trace;
  private final long[] latencies;
  private final CountDownLatch open;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  OpenLoop(URI base, List<Request> trace) {
    this.base = base;
    this.trace = trace;
    latencies = new long[trace.size()];
    open = new CountDownLatch(trace.size());
  }

  /** Returns when the last answer is in. */
  Latencies run() throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < trace.size(); i++) {
      long due = start + trace.get(i).dueNanos();
      for (long wait; (wait = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(wait);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      send(i, due);
    }
    open.await();
    return new Latencies(latencies);
  }

  private void send(int i, long due) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(trace.get(i).path())).timeout(PATIENCE).build();
    client
        .sendAsync(request, BodyHandlers.discarding())
        .whenComplete(
            (response, failure) -> {
              latencies[i] = System.nanoTime() - due;
              if (failure == null && response.statusCode() == 200) {
                answered.incrementAndGet();
              } else {
                failed.incrementAndGet();
              }
              open.countDown();
            });
  }

  int answered() {
    return answered.get();
  }

  int failed() {
    return failed.get();
  }
}
