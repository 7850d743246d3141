package io.warmup.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One shop under measurement.
 *
 * @param name what it is called in the output
 * @param log what it prints goes there
 */
record Shop(String name, Path jar, List<String> jvmOptions, Path log) {

  /** Something to do while the shop still runs, after the last answer. */
  interface Afterwards {

    Afterwards NOTHING = () -> {};

    void run() throws InterruptedException;
  }

  /** Starts it, sends it the traffic as soon as it is ready, and stops it. */
  Measurement measure(List<Request> trace, Progress progress, Afterwards afterwards)
      throws DemoException, InterruptedException {
    progress.begin(line("starting"));
    try (ShopProcess process = ShopProcess.start(jar, jvmOptions, log)) {
      try {
        return measure(process, trace, progress, afterwards);
      } catch (IOException e) {
        throw new DemoException("the shop does not answer (" + e + "). " + process.lastWords());
      }
    } catch (IOException e) {
      throw new DemoException("the shop's JVM does not start: " + e.getMessage());
    }
  }

  private Measurement measure(
      ShopProcess process, List<Request> trace, Progress progress, Afterwards afterwards)
      throws DemoException, IOException, InterruptedException {
    URI base = process.awaitOpen();
    ShopClient client = new ShopClient(base);
    while (!client.isReady()) {
      Thread.sleep(5);
    }
    Duration startUp = process.age();

    Queries before = client.queries();
    OpenLoop traffic = new OpenLoop(base, trace);
    double whole = trace.get(trace.size() - 1).dueNanos() / 1e9;
    String ready = "ready after %.1f s, ".formatted(startUp.toMillis() / 1e3);
    progress.begin(line(ready + "serving"));
    try (Sampler sampler =
        new Sampler(
            client,
            traffic,
            before.forVisitors(),
            sample -> progress.advance(line(ready + serving(sample)), sample.seconds() / whole))) {
      Latencies latencies = traffic.run();
      List<Sample> samples = sampler.finish();
      progress.end(line(ready + "%,d requests served".formatted(trace.size())));
      afterwards.run();
      return new Measurement(name, startUp, before.total(), latencies, traffic.failed(), samples);
    }
  }

  private static String serving(Sample sample) {
    double share = sample.fromMemorySince(Sample.START);
    return Double.isNaN(share) ? "serving" : "%2.0f %% from memory".formatted(100 * share);
  }

  private String line(String what) {
    return "%-11s %s".formatted(name, what);
  }
}
